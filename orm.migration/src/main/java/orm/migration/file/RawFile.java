package orm.migration.file;

/**
 * A file as it was found.
 *
 * @param module the module that brings it
 * @param name its name, with {@code seed/} before it if it is in that folder
 * @param origin where it was found, for messages
 * @param text what it holds, with line ends of one character and without byte order mark
 */
record RawFile(String module, String name, String origin, String text) {}
