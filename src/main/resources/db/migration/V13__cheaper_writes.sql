-- What writes pay for without a reader's gain.

-- A term once made stays, so no row can come to point at none: looking each one up costs a third of storing the row, and
-- notes in the rows of popular terms, which writers have in common, who looked last.
alter table article_term drop constraint article_term_term_id_fkey;

-- The better compression of the two, where the server was built with it: half of the time that storing an article takes.
do $$
begin
    alter table document alter column bytes set compression lz4;
    alter table article
        alter column card set compression lz4,
        alter column details set compression lz4,
        alter column body set compression lz4,
        alter column plain set compression lz4,
        alter column prose set compression lz4,
        alter column params set compression lz4;
exception
    when feature_not_supported then
        raise notice 'This server compresses without LZ4.';
end
$$;

-- And one thing that readers gain: articles with pictures are found without a look at those without.
create index article_newest_with_thumbnail on article (date, id) where visible and kind = 'page' and has_thumbnail;
