-- Entries know the section, so that what is found in one is found without a look at the articles. Those that were stored
-- before do not: to write them all again would write all tokens again, and a query that asks looks at the article.
alter table search_entry add column section text collate "C";

create or replace function search_entry_follows_article() returns trigger language plpgsql as $$
begin
    update search_entry
       set listed = new.status = 'published' and new.kind = 'page', lang = new.lang, date = new.date,
           section = new.section
     where article_id = new.id;
    return null;
end
$$;
drop trigger search_entry_follows on article;
create trigger search_entry_follows after update of status, kind, lang, date, section on article
    for each row when ((old.status, old.kind, old.lang, old.date, old.section)
        is distinct from (new.status, new.kind, new.lang, new.date, new.section))
    execute function search_entry_follows_article();
