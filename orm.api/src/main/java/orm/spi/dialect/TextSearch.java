package orm.spi.dialect;

import java.util.List;

/**
 * A search for words in the texts of one table instance, for {@link SqlSyntax#textSearch}.
 *
 * @param index what is looked into
 * @param columns its columns in the table instance, in the order of the index
 * @param key the columns of the primary key in the table instance
 * @param query the words, in the language of {@link orm.api.text.TextQuery}; a text
 */
public record TextSearch(
    TextIndexDefinition index, List<SqlPart> columns, List<SqlPart> key, SqlWriter.Value query) {}
