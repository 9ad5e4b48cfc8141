-- What those who follow the changes need of the log.

-- Where in the log the latest change of each article is: of an article that changed often, that one alone is told. It is
-- written with the change, under the lock that the writers of one article have in common, so that the last to commit is
-- the latest. Of an article whose last change has left the log there is no row.
create table latest_change (
    article_id uuid    primary key,
    batch      bigint  not null,
    ordinal    integer not null
);
insert into latest_change (article_id, batch, ordinal)
select distinct on (c.article_id) c.article_id, c.batch, c.ordinal
from change c join revision_batch b on b.batch = c.batch
where c.article_id is not null
order by c.article_id, b.revision desc, c.ordinal desc;
create index latest_change_place on latest_change (batch, ordinal);

-- What became of one article.
create index change_article on change (article_id, batch) where article_id is not null;

-- id tells this log from any other. Revisions up to the horizon are not kept: their rows may be there still, or not.
create table change_log (
    single  boolean primary key default true check (single),
    id      text    not null collate "C",
    horizon bigint  not null default 0
);
insert into change_log (id) values (substr(md5(gen_random_uuid()::text), 1, 8));
