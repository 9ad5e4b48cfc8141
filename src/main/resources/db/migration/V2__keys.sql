-- Keys that clients show. Of the secret only its SHA-256 is kept.
create table access_key (
    id           varchar(12)  primary key,
    name         varchar(200) not null,
    role         varchar(16)  not null check (role in ('READ', 'PREVIEW', 'WRITE', 'ADMIN')),
    secret_hash  bytea        not null,
    created_at   timestamptz  not null,
    expires_at   timestamptz,
    last_used_at timestamptz
);
