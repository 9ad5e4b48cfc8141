-- Pictures of articles: what was learnt of them, where they come from, and the sizes in which they were asked for.

-- A picture that an article shows, or showed not long ago. id is the SHA-256 of its address or, for one that is stored
-- as an asset, of its bytes. It is also the queue: what is due is fetched, if it has an address, and looked at; due_at
-- is 'infinity' when nothing is left to do. hash are the bytes that Lede keeps of it.
-- version grows, over all pictures, whenever clients are to be told of one, and news says that some article may not
-- tell the latest yet.
create sequence picture_version;

create table picture (
    id           bytea       primary key check (octet_length(id) = 32),
    address      text        collate "C",
    host         text        not null collate "C",
    status       text        not null collate "C" check (status in ('pending', 'ready', 'failed')),
    reason       text,
    hash         bytea       references blob (hash),
    type         text        collate "C",
    width        integer,
    height       integer,
    color        text        collate "C",
    blurhash     text        collate "C",
    version      bigint      not null default 0,
    news         boolean     not null default false,
    attempts     integer     not null default 0,
    tried_at     timestamptz not null default '-infinity',
    due_at       timestamptz not null,
    unused_since timestamptz
);
create index picture_due on picture (due_at) where due_at < 'infinity';
create index picture_with_news on picture (id) where news;
create index picture_hash on picture (hash);
create index picture_unused on picture (unused_since) where unused_since is not null;

-- The picture that an article shows, with the point that must be seen in every crop (0 to 1 from the left and from the
-- top). seen is the version of the picture that its JSON tells, and fresh that the article was stored before its
-- picture was ready, and nobody has looked since. There is no foreign key on the picture: a picture is made after the
-- article has been stored, so that a long transaction makes nobody wait who wants the same one.
create table thumbnail (
    article_id uuid             primary key references article (id) on delete cascade,
    picture_id bytea            not null check (octet_length(picture_id) = 32),
    address    text             collate "C",
    focus_x    double precision not null check (focus_x between 0 and 1),
    focus_y    double precision not null check (focus_y between 0 and 1),
    seen       bigint           not null,
    fresh      boolean          not null
);
create index thumbnail_picture on thumbnail (picture_id, seen);
create index thumbnail_fresh on thumbnail (article_id) where fresh;

-- A picture in one size and format, made when it was first asked for.
create table rendition (
    picture_id bytea not null references picture (id) on delete cascade,
    name       text  not null collate "C",
    bytes      bytea not null,
    primary key (picture_id, name)
);

-- When articles were last told of their pictures: once a second, on whatever node.
create table picture_news (
    single  boolean     primary key default true check (single),
    told_at timestamptz not null
);
insert into picture_news (told_at) values ('-infinity');

alter table change drop constraint change_cause_check;
alter table change add constraint change_cause_check check (cause in ('author', 'clock', 'picture', 'renewal'));

-- Articles that older code, or another configuration, has derived are found by this.
create index article_render_version on article (render_version, id);
