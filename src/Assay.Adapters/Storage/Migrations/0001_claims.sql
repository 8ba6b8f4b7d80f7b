-- What sources say, and in which snapshots they said it. Rows of claim and claim_change are only ever inserted.
-- Days are integers such as 20260702: they sort, they are short, and a person can read them.
-- "bytea" and "integer primary key" mean the same thing to SQLite and PostgreSQL.

create table snapshot (
  id integer not null primary key,
  feed text not null,
  sha256 text not null,
  as_of integer not null,
  retrieved integer,
  url text,
  imported_at text not null
);
create index snapshot_of_feed on snapshot (feed, as_of, id);

-- The bytes of every file of every snapshot, once each, compressed with Brotli.
create table blob (
  sha256 text not null primary key,
  length integer not null,
  brotli bytea not null
);
create table snapshot_file (
  snapshot_id integer not null references snapshot (id),
  name text not null,
  sha256 text not null references blob (sha256),
  primary key (snapshot_id, name)
);

-- The words that claims are made of, once each: a claim is then a row of small integers.
create table subject (id integer not null primary key, kind integer not null, name text not null);
create table property (id integer not null primary key, name text not null);
create table value (id integer not null primary key, kind text not null, text text not null);
create table phrase (id integer not null primary key, text text not null);

-- as_of is null for a source that comes with a snapshot: its dates and its address are then those of the last snapshot that says so.
create table source (
  id integer not null primary key,
  publisher text not null,
  url text,
  no_url text,
  rank integer not null,
  feed text,
  as_of text,
  retrieved integer
);

-- snapshot_id: the first imported snapshot that says so. from_day: null means from the day of that snapshot on.
-- flags: 1 unconfirmed, 2 forced.
create table claim (
  id integer not null primary key,
  snapshot_id integer not null references snapshot (id),
  subject_id integer not null references subject (id),
  property_id integer not null references property (id),
  value_id integer not null references value (id),
  source_id integer not null references source (id),
  quoted_id integer references phrase (id),
  note_id integer references phrase (id),
  flags integer not null,
  from_day integer,
  to_day integer
);

-- From this snapshot on, its feed no longer says it (holds = 0) or says it again (holds = 1).
create table claim_change (
  claim_id integer not null references claim (id),
  snapshot_id integer not null references snapshot (id),
  holds integer not null
);
create index claim_change_of_claim on claim_change (claim_id);

-- For people with a database shell.
create view claim_in_words as
select c.id, s.kind as subject_kind, s.name as subject, p.name as property, v.text as value, q.text as quoted, n.text as note,
       c.flags, o.publisher, o.url, o.as_of, c.from_day, c.to_day, t.feed, t.as_of as first_said
from claim c
join subject s on s.id = c.subject_id
join property p on p.id = c.property_id
join value v on v.id = c.value_id
join source o on o.id = c.source_id
join snapshot t on t.id = c.snapshot_id
left join phrase q on q.id = c.quoted_id
left join phrase n on n.id = c.note_id;
