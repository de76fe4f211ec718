package orm.api.migration;

/**
 * A migration file that stands for several.
 *
 * @param name its file name
 * @param text what it holds
 */
public record SquashedFile(String name, String text) {}
