import type pg from "pg";

/**
 * What a schema is, as sorted lines of text: columns, constraints, indexes, sequences, functions, triggers, rights and
 * comments. The order of a table's columns is left out: it depends on the order in which migrations came, and no
 * statement of ours relies on it.
 */
export async function catalogueOf(owner: pg.ClientBase, schema: string): Promise<string[]> {
  const lines: string[] = [];
  for (const text of statements) {
    const { rows } = await owner.query<{ line: string }>(text, [schema]);
    lines.push(...rows.map(({ line }) => line.replaceAll(/\s+/g, " ").trim()));
  }
  return lines.toSorted();
}

const classes = "pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = $1";

const statements = [
  `SELECT concat_ws(' ', 'relation', c.relname, c.relkind, c.relpersistence,
     'rights', (SELECT string_agg(right_, ',' ORDER BY right_) FROM
       (SELECT a.privilege_type || ':' || coalesce(r.rolname, 'public') AS right_
        FROM aclexplode(c.relacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee WHERE a.grantee <> c.relowner) AS held),
     'comment', obj_description(c.oid, 'pg_class')) AS line
   FROM ${classes} WHERE c.relkind IN ('r', 'v', 'S')`,
  `SELECT concat_ws(' ', 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
     CASE WHEN a.attnotnull THEN 'not null' END, 'identity', nullif(a.attidentity, ''), nullif(a.attgenerated, ''),
     'default', pg_get_expr(d.adbin, d.adrelid)) AS line
   FROM ${classes} JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
   LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum WHERE c.relkind IN ('r', 'v')`,
  `SELECT concat_ws(' ', 'constraint', c.relname, k.conname, pg_get_constraintdef(k.oid)) AS line
   FROM ${classes} JOIN pg_constraint k ON k.conrelid = c.oid WHERE k.contype <> 'n'`,
  `SELECT concat_ws(' ', 'index', c.relname, pg_get_indexdef(i.indexrelid)) AS line
   FROM ${classes} JOIN pg_index i ON i.indrelid = c.oid`,
  `SELECT concat_ws(' ', 'trigger', c.relname, pg_get_triggerdef(t.oid), t.tgenabled) AS line
   FROM ${classes} JOIN pg_trigger t ON t.tgrelid = c.oid WHERE NOT t.tgisinternal`,
  `SELECT concat_ws(' ', 'view', c.relname, pg_get_viewdef(c.oid)) AS line FROM ${classes} WHERE c.relkind = 'v'`,
  `SELECT 'function ' || pg_get_functiondef(p.oid) AS line
   FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace AND n.nspname = $1`,
  `SELECT concat_ws(' ', 'type', t.typname, t.typtype, string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)) AS line
   FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace AND n.nspname = $1
   LEFT JOIN pg_enum e ON e.enumtypid = t.oid WHERE t.typtype IN ('e', 'd') GROUP BY t.typname, t.typtype`,
];
