-- Content: documents as they came, the articles derived from them, their terms, and the log of what changed.
-- Text that orders or identifies is compared byte by byte (collate "C"), the same on every server.

-- The one revision. Every write transaction takes the next number as its last step and holds the row until it
-- commits, so that numbers are gapless and in the order of commits; nothing else orders anything.
create table revision (
    single boolean primary key default true check (single),
    number bigint  not null check (number >= 0)
);
insert into revision (number) values (0);

create table document (
    id         uuid        primary key,
    path       text        not null unique collate "C",
    hash       bytea       not null check (octet_length(hash) = 32),
    bytes      bytea       not null,
    updated_at timestamptz not null
);

-- One article for each document. What has no date is as old as can be ('-infinity'), so that every sort key has a
-- value; what never expires does so at 'infinity', and turns_at is when the clock changes the status next.
-- card, details, body and reference are JSON as it is answered; none holds what the clock or another row can change,
-- but for the thumbnail of card and details, which follows the assets that thumbnail_candidate names.
-- bundle is the folder that is the article, with the slash at its end, and empty where it is not a folder.
-- prose is the beginning of the text that summaries are cut from.
create table article (
    id              uuid        primary key references document (id) on delete cascade,
    slug            text        not null collate "C",
    url             text        not null collate "C",
    kind            text        not null collate "C" check (kind in ('page', 'section')),
    section         text        not null collate "C",
    lang            text        not null collate "C",
    translation_key text        not null collate "C",
    bundle          text        not null collate "C",
    status          text        not null collate "C" check (status in ('published', 'draft', 'scheduled', 'expired')),
    visible         boolean     not null generated always as (status = 'published') stored,
    turns_at        timestamptz not null,
    date            timestamptz not null,
    publish_date    timestamptz not null,
    lastmod         timestamptz not null,
    expiry_date     timestamptz not null,
    title_key       bytea       not null,
    weight          integer     not null,
    word_count      integer     not null,
    reading_time    integer     not null,
    has_thumbnail   boolean     not null,
    params          jsonb       not null,
    card            text        not null,
    details         text        not null,
    body            text        not null,
    plain           text        not null,
    prose           text        not null,
    body_offset     integer     not null,
    reference       text        not null,
    render_version  integer     not null
);

create index article_newest on article (date, id) where visible and kind = 'page';
create index article_newest_by_lang on article (lang, date, id) where visible and kind = 'page';
create index article_newest_by_section on article (section, date, id) where visible and kind = 'page';
create index article_modified on article (lastmod, id) where visible and kind = 'page';
create index article_titles on article (title_key, id) where visible and kind = 'page';
create index article_slug on article (slug);
create index article_bundle on article (bundle) where bundle <> '';
create index article_translation_key on article (translation_key);
create index article_turns_at on article (turns_at) where turns_at < 'infinity';
create index article_params on article using gin (params jsonb_path_ops);

-- A term is made before the first article that bears it and stays; without visible articles it is invisible.
create table term (
    id       bigint generated always as identity primary key,
    taxonomy text   not null collate "C",
    slug     text   not null collate "C",
    unique (taxonomy, slug)
);

-- listed, lang and date repeat the article's, so that paging by term is one walk along one index.
-- listed: the article is visible and a page.
create table article_term (
    article_id uuid        not null references article (id) on delete cascade,
    term_id    bigint      not null references term (id),
    ordinal    integer     not null,
    name       text        not null,
    listed     boolean     not null,
    lang       text        not null collate "C",
    date       timestamptz not null,
    primary key (article_id, term_id)
);

create index article_term_newest on article_term (term_id, date, article_id) where listed;
create index article_term_spelling on article_term (term_id, article_id) include (name) where listed;

-- How many listed articles bear a term, by language; kept by the writes.
create table term_count (
    term_id bigint  not null references term (id),
    lang    text    not null collate "C",
    count   integer not null check (count >= 0),
    primary key (term_id, lang)
);

-- Where an article is found: by its url and its aliases, and by the ids, slugs and urls that it had while it was
-- visible. Former ones outlive the article, so that what went can be told from what never was. Urls stand decoded and
-- without a slash at their end.
create table address (
    form       text not null collate "C" check (form in ('id', 'slug', 'url')),
    value      text not null collate "C",
    relation   text not null collate "C" check (relation in ('present', 'alias', 'former')),
    article_id uuid not null,
    primary key (form, value, relation, article_id)
);
create index address_article on address (article_id);

-- Pictures and other files. The same bytes are kept once, whatever their paths.
create table blob (
    hash  bytea primary key check (octet_length(hash) = 32),
    bytes bytea not null
);

-- url is where clients load it.
create table asset (
    path       text        primary key collate "C",
    hash       bytea       not null references blob (hash),
    size       bigint      not null check (size >= 0),
    type       text        not null collate "C",
    url        text        not null collate "C",
    updated_at timestamptz not null
);
create index asset_hash on asset (hash);

-- The relative links and pictures of a body: what it leads to may come, go and move, so it is looked up when the body
-- is read. at is where in article.body the address goes, in bytes; paths are the documents or assets that may be
-- meant, the likeliest first, and slug the article where none of them is there; otherwise is the address when there is
-- nothing of all that.
create table article_link (
    article_id uuid    not null references article (id) on delete cascade,
    ordinal    integer not null,
    at         integer not null check (at >= 0),
    paths      text[]  not null,
    slug       text    not null,
    otherwise  text    not null,
    primary key (article_id, ordinal)
);

-- The assets that would be an article's thumbnail if they were there.
create table thumbnail_candidate (
    path       text not null collate "C",
    article_id uuid not null references article (id) on delete cascade,
    primary key (path, article_id)
);

-- What was deleted, so that it can be told from what never was.
create table tombstone (
    id         uuid        primary key,
    path       text        not null collate "C",
    slug       text        not null collate "C",
    url        text        not null collate "C",
    lang       text        not null collate "C",
    visible    boolean     not null,
    deleted_at timestamptz not null
);

-- The log: every change with its revision and its place within it, and what it touched (old and new):
-- article:<id>, term:<id>, lang:<tag>, section:<name>, asset:<path>. Of an asset, url and lang are empty.
-- moved_from is the id that a moved article had.
create table change (
    revision    bigint      not null,
    ordinal     integer     not null,
    type        text        not null collate "C" check (type in ('upsert', 'delete', 'asset')),
    article_id  uuid,
    path        text        not null collate "C",
    url         text        not null collate "C",
    lang        text        not null collate "C",
    was_visible boolean     not null,
    is_visible  boolean     not null,
    moved_from  uuid,
    touched     text[]      not null,
    at          timestamptz not null,
    primary key (revision, ordinal),
    check (type = 'asset' or article_id is not null)
);
