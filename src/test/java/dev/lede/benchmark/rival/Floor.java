package dev.lede.benchmark.rival;

import dev.lede.benchmark.load.Children;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The least that PostgreSQL needs for a read or a write, by pgbench with prepared statements: what Lede gets out of the
 * same server is told in parts of it.
 */
public record Floor(Path directory, int port, String password) {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) \\(without");
    private static final String ACCOUNT = "lede";

    /** The newest articles: a card is kept ready in its row. */
    public static final String LIST =
            "select card from article where visible and kind = 'page' order by date desc, id desc limit 20;";

    /** The newest articles of one of the fifty tags that most articles bear. */
    public static final String TAG = "\\set n random(0, 49)\n"
            + "select a.card from article_term t join article a on a.id = t.article_id where t.listed and t.term_id ="
            + " (select id from term where taxonomy = 'tags' and slug = 'tag-' || :n)"
            + " order by t.date desc, t.article_id desc limit 20;";

    /** One article. */
    public static String slug(int articles) {
        return "\\set n random(0, " + (articles - 1) + ")\n"
                + "select details, body from article where slug = 'article-' || :n and visible;";
    }

    /** Whether there is a pgbench to ask. */
    public static boolean isThere() {
        return Children.installed("pgbench").isPresent();
    }

    /** How often a second. */
    public double perSecond(String script, int clients) throws Exception {
        var file = Files.writeString(directory.resolve("floor.sql"), script);
        var printed = Children.output(
                Map.of("PGPASSWORD", password),
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=" + Math.min(clients, 2),
                "--time=" + Integer.getInteger("benchmark.seconds", 5),
                "--host=127.0.0.1",
                "--port=" + port,
                "--username=" + ACCOUNT,
                "--file=" + file,
                ACCOUNT);
        var tps = TPS.matcher(printed);
        if (!tps.find()) {
            throw new IllegalStateException(printed);
        }
        return Double.parseDouble(tps.group(1));
    }

    /** Prepares a transaction that writes the rows of one article into tables like the real ones. */
    public String copyOfOneArticle() throws Exception {
        return psql("""
                set client_min_messages = warning;
                create schema if not exists floor;
                do $$
                declare t text;
                begin
                  foreach t in array array['revision','document','article','article_term','address','change',
                                           'revision_batch'] loop
                    execute format('drop table if exists floor.%I', t);
                    execute format('create table floor.%I (like public.%I including all)', t, t);
                  end loop;
                end $$;
                insert into floor.revision (number) values (0);
                \\t on
                \\pset format unaligned
                with one as (select id from article order by id limit 1), col as (
                  select table_name as t, string_agg(quote_ident(column_name), ', ' order by ordinal_position) as names,
                    string_agg(case when column_name = 'article_id' or (column_name = 'id' and data_type = 'uuid')
                                      then ':id::uuid'
                                    when column_name = 'path' then 'path || :id::text'
                                    when column_name = 'value' then 'value || :id::text'
                                    when column_name = 'batch' then ':batch'
                                    else quote_ident(column_name) end, ', ' order by ordinal_position) as parts
                  from information_schema.columns
                  where table_schema = 'public' and is_generated = 'NEVER'
                    and table_name in ('document', 'article', 'article_term', 'address', 'change')
                  group by table_name)
                select string_agg(format('insert into floor.%I (%s) select %s from public.%I where %I = %L;',
                    t, names, parts, t, case when t in ('document', 'article') then 'id' else 'article_id' end,
                    (select id from one)), e'\\n')
                from col;
                """);
    }

    /** The transaction that {@link #copyOfOneArticle} has prepared. */
    public static String write(String copies) {
        return "begin;\nselect gen_random_uuid() as id, nextval('change_batch') as batch \\gset\n" + copies
                + "\nupdate floor.revision set number = number + 1 returning number \\gset\n"
                + "insert into floor.revision_batch (revision, batch) values (:number, :batch);\ncommit;\n";
    }

    private String psql(String script) throws Exception {
        var file = Files.writeString(directory.resolve("prepare.sql"), script);
        return Children.output(
                Map.of("PGPASSWORD", password),
                "psql",
                "--no-psqlrc",
                "--quiet",
                "--set=ON_ERROR_STOP=1",
                "--host=127.0.0.1",
                "--port=" + port,
                "--username=" + ACCOUNT,
                "--file=" + file,
                ACCOUNT);
    }
}
