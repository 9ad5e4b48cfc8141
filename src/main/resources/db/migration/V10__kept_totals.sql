-- How many articles are listed (visible, and pages), by language and section; kept by the writes.
create table article_count (
    lang    text    not null collate "C",
    section text    not null collate "C",
    count   integer not null check (count >= 0),
    primary key (lang, section)
);
insert into article_count (lang, section, count)
    select lang, section, count(*) from article where visible and kind = 'page' group by lang, section;
