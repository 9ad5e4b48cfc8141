-- The first picture that is due of each host, so that those of a slow host stand in nobody's way.
create index picture_due_by_host on picture (host, due_at) where due_at < 'infinity';
