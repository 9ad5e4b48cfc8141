-- What an article is found by. tokens are hashes of its words and of the characters and pairs of scripts without spaces,
-- without positions: they find candidates, and where that is not enough the folded texts decide, so that a document of any
-- length loses nothing. body and tokens are not compressed: to read a part of them costs that part alone.
-- listed, lang and date repeat the article's, so that what everybody sees is found without a look at the article; size is
-- the number of words and characters, and digest tells whether an entry has to be written again.
create table search_entry (
    article_id uuid        primary key references article (id) on delete cascade,
    listed     boolean     not null,
    lang       text        not null collate "C",
    date       timestamptz not null,
    size       integer     not null,
    digest     bigint      not null,
    title      text        not null collate "C",
    tags       text        not null collate "C",
    summary    text        not null collate "C",
    accents    text        not null collate "C",
    body       text        not null collate "C",
    tokens     integer[]   not null
) with (fillfactor = 90);

alter table search_entry alter column body set storage external, alter column tokens set storage external;
-- Statistics of single tokens would take long to gather, and mislead.
alter table search_entry alter column tokens set statistics 0, alter column body set statistics 0;

-- Tokens come in a list first, of 16 MB at most, and go to their places together: that is several times as fast.
create index search_entry_tokens on search_entry using gin (tokens) with (gin_pending_list_limit = 16384);
create index search_entry_newest on search_entry (date, article_id) where listed;

-- Whatever changes an article's visibility, the clock for instance, changes the entry's.
create function search_entry_follows_article() returns trigger language plpgsql as $$
begin
    update search_entry
       set listed = new.status = 'published' and new.kind = 'page', lang = new.lang, date = new.date
     where article_id = new.id;
    return null;
end
$$;
create trigger search_entry_follows after update of status, kind, lang, date on article
    for each row when ((old.status, old.kind, old.lang, old.date) is distinct from (new.status, new.kind, new.lang, new.date))
    execute function search_entry_follows_article();
