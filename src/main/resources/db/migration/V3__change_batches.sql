-- The log is written while a transaction works, before it takes its revision: rows belong to a batch, and what happens
-- while the revision is held is one row that says which revision the batch became. Batches that were rolled back leave
-- gaps, revisions do not.
create sequence change_batch;

alter table change rename column revision to batch;

create table revision_batch (
    revision bigint primary key,
    batch    bigint not null unique
);
insert into revision_batch (revision, batch) select distinct batch, batch from change;
select setval('change_batch', (select greatest(number, 1) from revision));

-- Who made the change: an author, or what is not theirs, such as the clock. Of older rows it is not known.
alter table change add column cause text not null collate "C" default 'author' check (cause in ('author', 'clock'));
alter table change alter column cause drop default;

-- The files of the folder that Lede serves: their documents and assets are its own, and what did not change since it was
-- looked at last (size in bytes, modified in nanoseconds since 1970) need not be read again.
create table folder_file (
    path     text   primary key collate "C",
    size     bigint not null check (size >= 0),
    modified bigint not null
);
