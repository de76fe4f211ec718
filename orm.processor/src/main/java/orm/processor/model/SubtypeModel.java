package orm.processor.model;

/**
 * One record of a sealed hierarchy.
 *
 * @param label its discriminator value
 * @param record the record
 */
public record SubtypeModel(String label, RecordModel record) {}
