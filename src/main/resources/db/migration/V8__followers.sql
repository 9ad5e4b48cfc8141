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

-- Servers that are told of changes. secret signs what is sent, and is never shown again. place is how far the log has been
-- turned into deliveries, and whole the revision up to which that is all: see the class Place. reason is why Lede itself
-- switched it off.
create table webhook (
    id         text        primary key collate "C",
    url        text        not null,
    events     text[]      not null,
    filter     text        not null,
    secret     bytea       not null,
    enabled    boolean     not null,
    reason     text,
    place      text        not null collate "C",
    whole      bigint      not null,
    created_at timestamptz not null
);

-- What one of them is to be told of one article, in the order of id; payload is what is sent, as long as it may have to be
-- sent again.
create table delivery (
    id         bigint      primary key generated always as identity,
    webhook_id text        not null collate "C" references webhook (id) on delete cascade,
    article_id uuid        not null,
    seq        text        not null collate "C",
    type       text        not null collate "C",
    payload    text,
    status     text        not null collate "C" check (status in ('pending', 'delivered', 'failed')),
    attempts   integer     not null default 0,
    created_at timestamptz not null,
    due_at     timestamptz not null,
    ended_at   timestamptz
);
create index delivery_due on delivery (due_at, id) where status = 'pending';
create index delivery_turn on delivery (webhook_id, article_id, id) where status = 'pending';
create index delivery_by_webhook on delivery (webhook_id, id);
create index delivery_ended on delivery (ended_at) where ended_at is not null;

create table delivery_attempt (
    delivery_id    bigint      not null references delivery (id) on delete cascade,
    number         integer     not null,
    at             timestamptz not null,
    latency_millis bigint      not null,
    status         integer,
    error          text,
    primary key (delivery_id, number)
);
