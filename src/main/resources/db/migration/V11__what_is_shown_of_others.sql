-- What is shown of one article with another: as a translation, as a neighbour, as where a link leads.

-- Whether that is another now, or may be; of older rows it is not known. The dates stand for its places among its
-- neighbours, before and after.
alter table change add column shown_otherwise boolean not null default true;
alter table change alter column shown_otherwise drop default;
alter table change add column date_before timestamptz not null default '-infinity';
alter table change alter column date_before drop default;
alter table change add column date_after timestamptz not null default '-infinity';
alter table change alter column date_after drop default;

-- Which articles have a link that leads, or would lead, to a document, an asset or a slug. What was written lately is found
-- as fast as the rest.
create index article_link_paths on article_link using gin (paths) with (fastupdate = off);
create index article_link_slug on article_link (slug) where slug <> '';

-- Sections have neighbours, and are nobody's.
create index article_sections on article (section, lang) where visible and kind = 'section';
