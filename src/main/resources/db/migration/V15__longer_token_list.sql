-- The more tokens wait, the fewer times is each page of the index written: 128 MB are those of some 3,000 articles. An upload
-- empties the list itself before it is full.
alter index search_entry_tokens set (gin_pending_list_limit = 131072);
