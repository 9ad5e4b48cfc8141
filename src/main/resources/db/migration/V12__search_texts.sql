-- Texts in a table of their own: what the index finds is counted and brought into order by rows that are narrow, some
-- hundred to a page, and a text is read only where it decides. flat is title, terms, summary and body in one, a line each,
-- so that one look tells whether something stands in it. Most texts lie in their row, as nothing is moved out of a row of
-- 8 kB or less.
create table search_text (
    article_id uuid primary key references search_entry (article_id) on delete cascade,
    accents    text not null collate "C",
    flat       text not null collate "C"
) with (toast_tuple_target = 8160);

alter table search_text alter column flat set storage external, alter column flat set statistics 0;

insert into search_text (article_id, accents, flat)
select article_id, accents, title || e'\n' || tags || e'\n' || summary || e'\n' || body from search_entry;

-- topics are the tokens that an article has most often: by them are articles with a similar text found.
alter table search_entry
    drop column tags, drop column summary, drop column accents, drop column body,
    add column topics integer[] not null default '{}';
alter table search_entry alter column topics set statistics 0;

create index search_entry_topics on search_entry using gin (topics);

-- The more tokens wait, the fewer times is each page of the index written: 64 MB are those of some 1,500 articles.
alter index search_entry_tokens set (gin_pending_list_limit = 65536);
