-- The first picture that is due of each host, so that those of a slow host stand in nobody's way.
create index picture_due_by_host on picture (host, due_at) where due_at < 'infinity';

-- Articles that may show another picture since an asset came or went, of which more want it than are derived together
-- with it. Nothing refers to them, so that nobody waits for a long import that holds their documents.
create table thumbnail_stale (
    id         bigint primary key generated always as identity,
    article_id uuid   not null
);
