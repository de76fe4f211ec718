package orm.migration.source;

import java.util.List;

/**
 * An enum on its way to source.
 *
 * @param name its name
 * @param labels its constants
 * @param comment what it is
 */
record EnumDraft(String name, List<String> labels, String comment) {}
