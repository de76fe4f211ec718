package orm.dialect.postgres;

/**
 * The queries to PostgreSQL's catalogue; see chapter 53 of its manual. The parameter of each is the
 * array of schemas. What belongs to an extension, to a partition or to the system is left out.
 */
final class CatalogQueries {
  private CatalogQueries() {}

  /** The relations that have columns of their own to describe. */
  private static final String TABLES = """
      (SELECT c.oid, c.relname, n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = ANY(?) AND c.relkind IN ('r', 'p', 'v', 'm') AND NOT c.relispartition
         AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass
           AND e.objid = c.oid AND e.deptype = 'e')) r""";

  static final String RELATIONS = """
      SELECT r.oid, r.nspname, r.relname, c.relkind::text,
        obj_description(r.oid, 'pg_class'),
        CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(r.oid) END,
        c.relpersistence = 'u',
        CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(r.oid) END,
        (SELECT string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno)
          FROM pg_inherits i WHERE i.inhrelid = r.oid),
        c.relrowsecurity, c.relforcerowsecurity,
        array_to_string(c.reloptions, ', '),
        (SELECT spcname FROM pg_tablespace WHERE oid = c.reltablespace)
      FROM\s""" + TABLES + " JOIN pg_class c ON c.oid = r.oid";

  static final String COLUMNS = """
      SELECT r.oid, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
        a.attidentity::text, a.attgenerated::text, pg_get_expr(d.adbin, d.adrelid),
        CASE WHEN a.attcollation <> t.typcollation
          THEN (SELECT collname FROM pg_collation WHERE oid = a.attcollation) END,
        col_description(a.attrelid, a.attnum)
      FROM\s""" + TABLES + """

        JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
        JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      ORDER BY r.oid, a.attnum""";

  /**
   * What came with versions 15 and 18 is not asked of older ones. The last column tells whether the
   * definition says what a catalog does not: NOT VALID, NO INHERIT, PERIOD, INCLUDE and the like.
   */
  static String constraints(int version) {
    String period = version >= 180000 ? "k.conperiod" : "false";
    String setColumns = version >= 150000 ? "k.confdelsetcols" : "NULL::int[]";
    return """
      SELECT r.oid, k.conname, k.contype::text, k.condeferrable, k.condeferred,
        %s, fn.nspname, f.relname, %s,
        k.confdeltype::text, k.confupdtype::text, k.confmatchtype::text,
        pg_get_expr(k.conbin, k.conrelid), pg_get_constraintdef(k.oid),
        coalesce(%s, false),
        NOT k.convalidated OR (k.connoinherit AND k.contype = 'c') OR %s
          OR coalesce(cardinality(%s) > 0, false)
          OR coalesce(x.indnatts > x.indnkeyatts, false)
      FROM %s
        JOIN pg_constraint k ON k.conrelid = r.oid AND k.conparentid = 0
          AND k.contype IN ('p', 'u', 'f', 'c', 'x')
        LEFT JOIN pg_class f ON f.oid = k.confrelid
        LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
        LEFT JOIN pg_index x ON x.indexrelid = k.conindid AND k.contype IN ('p', 'u')""".formatted(
            columnNames("k.conrelid", "k.conkey"),
            columnNames("k.confrelid", "k.confkey"),
            nullsNotDistinct(version),
            period,
            setColumns,
            TABLES);
  }

  private static String nullsNotDistinct(int version) {
    return version >= 150000 ? "x.indnullsnotdistinct" : "false";
  }

  private static String columnNames(String table, String numbers) {
    return """
        ARRAY(SELECT a.attname::text FROM unnest(%s) WITH ORDINALITY AS p(number, at)
          JOIN pg_attribute a ON a.attrelid = %s AND a.attnum = p.number ORDER BY p.at)""".formatted(numbers, table);
  }

  static String indexes(int version) {
    return """
      SELECT r.oid, c.relname, x.indisunique, m.amname, x.indnkeyatts,
        ARRAY(SELECT pg_get_indexdef(x.indexrelid, k, false)
          FROM generate_series(1, x.indnatts) AS k ORDER BY k),
        ARRAY(SELECT a.attname::text FROM unnest(x.indkey) WITH ORDINALITY AS p(number, at)
          LEFT JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = p.number
            AND p.number <> 0
          ORDER BY p.at),
        pg_get_indexdef(x.indexrelid), pg_get_indexdef(x.indexrelid, 0, true),
        pg_get_expr(x.indpred, x.indrelid), %s,
        obj_description(x.indexrelid, 'pg_class'), x.indisvalid,
        array_to_string(c.reloptions, ', '),
        (SELECT spcname FROM pg_tablespace WHERE oid = c.reltablespace)
      FROM %s
        JOIN pg_index x ON x.indrelid = r.oid
        JOIN pg_class c ON c.oid = x.indexrelid
        JOIN pg_am m ON m.oid = c.relam
      WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.indexrelid
        AND k.contype IN ('p', 'u', 'x'))""".formatted(nullsNotDistinct(version), TABLES);
  }

  static final String TRIGGERS = """
      SELECT r.oid, t.tgname, pg_get_triggerdef(t.oid, true), t.tgenabled = 'O'
      FROM\s""" + TABLES + """

        JOIN pg_trigger t ON t.tgrelid = r.oid AND NOT t.tgisinternal AND t.tgparentid = 0""";

  private static final String TYPES = """
      (SELECT t.*, n.nspname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
       WHERE n.nspname = ANY(?) AND NOT EXISTS (SELECT FROM pg_depend e
         WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')) t""";

  static final String ENUMS = """
      SELECT t.nspname, t.typname, obj_description(t.oid, 'pg_type'),
        ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid
          ORDER BY e.enumsortorder)
      FROM\s""" + TYPES + " WHERE t.typtype = 'e'";

  static final String DOMAINS = """
      SELECT t.nspname, t.typname, obj_description(t.oid, 'pg_type'),
        format_type(t.typbasetype, t.typtypmod), t.typnotnull,
        pg_get_expr(t.typdefaultbin, 0),
        ARRAY(SELECT k.conname::text FROM pg_constraint k
          WHERE k.contypid = t.oid AND k.contype = 'c' ORDER BY k.conname),
        ARRAY(SELECT pg_get_expr(k.conbin, 0) FROM pg_constraint k
          WHERE k.contypid = t.oid AND k.contype = 'c' ORDER BY k.conname),
        CASE WHEN t.typcollation <> (SELECT typcollation FROM pg_type WHERE oid = t.typbasetype)
          THEN (SELECT collname FROM pg_collation WHERE oid = t.typcollation) END
      FROM\s""" + TYPES + " WHERE t.typtype = 'd'";

  /** Those of identity columns come too, for what the columns do not say. */
  static final String SEQUENCES = """
      SELECT n.nspname, c.relname, format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement,
        s.seqmin, s.seqmax, s.seqcycle, s.seqcache, d.deptype::text,
        rn.nspname, rc.relname, a.attname
      FROM pg_sequence s
        JOIN pg_class c ON c.oid = s.seqrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid
          AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
        LEFT JOIN pg_class rc ON rc.oid = d.refobjid
        LEFT JOIN pg_namespace rn ON rn.oid = rc.relnamespace
        LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
      WHERE n.nspname = ANY(?) AND NOT EXISTS (SELECT FROM pg_depend e
        WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')""";

  /** Which view reads which. */
  static final String VIEW_USES = """
      SELECT DISTINCT r.oid, d.refobjid
      FROM\s""" + TABLES + """

        JOIN pg_rewrite w ON w.ev_class = r.oid
        JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
          AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> r.oid
        JOIN pg_class c ON c.oid = d.refobjid AND c.relkind IN ('v', 'm')""";

  /**
   * Whatever lives in a schema depends on it. What has a type of its own in a catalog is left out,
   * and so is what another object brings with it: the type of a table's rows, the array of a type.
   */
  static final String SCHEMA_OBJECTS = """
      SELECT n.nspname,
        CASE WHEN c.relispartition THEN 'partition'
          WHEN t.typtype = 'r' THEN 'range type' WHEN t.typtype = 'c' THEN 'composite type'
          ELSE o.type END,
        coalesce(
          p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
          c.relname, t.typname, o.name,
          regexp_replace(o.identity, '^("([^"]|"")*"|[^".]*)\\.', '')),
        CASE WHEN p.prokind IN ('f', 'p') THEN pg_get_functiondef(p.oid)
          WHEN c.relispartition THEN 'PARTITION OF '
            || (SELECT inhparent::regclass::text FROM pg_inherits WHERE inhrelid = c.oid)
            || ' ' || pg_get_expr(c.relpartbound, c.oid)
          WHEN d.classid = 'pg_statistic_ext'::regclass THEN pg_get_statisticsobjdef(d.objid) END
      FROM pg_depend d
        JOIN pg_namespace n ON n.oid = d.refobjid AND n.nspname = ANY(?)
        CROSS JOIN LATERAL pg_identify_object(d.classid, d.objid, 0) o
        LEFT JOIN pg_class c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid
        LEFT JOIN pg_type t ON d.classid = 'pg_type'::regclass AND t.oid = d.objid
        LEFT JOIN pg_proc p ON d.classid = 'pg_proc'::regclass AND p.oid = d.objid
      WHERE d.refclassid = 'pg_namespace'::regclass AND d.deptype = 'n'
        AND d.classid <> 'pg_default_acl'::regclass
        AND (c.oid IS NULL OR c.relispartition OR c.relkind = 'f')
        AND (t.oid IS NULL OR t.typtype NOT IN ('e', 'd', 'm'))
        AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.classid AND e.objid = d.objid
          AND e.deptype IN ('e', 'i'))""";

  /** What tables have and a catalog does not describe. */
  static final String TABLE_OBJECTS = """
      SELECT r.nspname, 'policy', r.relname || '.' || p.polname,
        'CREATE POLICY ' || quote_ident(p.polname) || ' ON ' || r.oid::regclass
          || CASE WHEN p.polpermissive THEN '' ELSE ' AS RESTRICTIVE' END
          || ' FOR ' || CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT'
            WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END
          || ' TO ' || (SELECT string_agg(
            CASE o WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(o)) END, ', ')
            FROM unnest(p.polroles) AS o)
          || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
          || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
      FROM\s""" + TABLES + """

        JOIN pg_policy p ON p.polrelid = r.oid
      UNION ALL
      SELECT r.nspname, 'rule', r.relname || '.' || w.rulename, pg_get_ruledef(w.oid, true)
      FROM\s""" + TABLES + """

        JOIN pg_rewrite w ON w.ev_class = r.oid AND w.rulename <> '_RETURN'""";
}
