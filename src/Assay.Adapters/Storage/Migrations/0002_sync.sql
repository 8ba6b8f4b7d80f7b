-- What came of asking the sources' own addresses. Rows of sync_attempt are only ever inserted.
-- result: imported, unchanged, held, failed. sha256 is that of the files, as in snapshot; null where none came.
create table sync_attempt (
  id integer not null primary key,
  feed text not null,
  at text not null,
  result text not null,
  detail text not null,
  address text not null,
  sha256 text,
  snapshot_id integer references snapshot (id)
);
create index sync_attempt_of_feed on sync_attempt (feed, id);

-- What the server said to tell the state of a file that a snapshot was read from, for the next conditional request.
create table sync_validator (
  snapshot_id integer not null references snapshot (id),
  address text not null,
  etag text,
  last_modified text,
  primary key (snapshot_id, address)
);

-- The files of a snapshot that was held back: bytes kept, nothing imported. files_sha256 is that of the attempt.
create table held_file (
  files_sha256 text not null,
  name text not null,
  sha256 text not null references blob (sha256),
  primary key (files_sha256, name)
);
