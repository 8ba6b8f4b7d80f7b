-- Blind battles and the votes on them. Rows are only ever inserted; of a battle whose turn is deleted the image goes as well.
-- A battle is kept before its turn, so that no moment shows the turn: turn_id is no foreign key.
create table battle (
  id text not null primary key,
  turn_id text not null unique,
  created text not null,
  task text not null,
  prompt text not null,
  image_sha256 text references blob (sha256) on delete set null,
  left_ref text not null,
  left_model text not null,
  right_ref text not null,
  right_model text not null,
  pool text not null,
  voter text not null
);
create index battle_of_image on battle (image_sha256);

-- Names of models, as their battle or file writes them: what each means is settled when it is shown.
create table arena_model (
  id integer not null primary key,
  name text not null unique
);

-- Files of votes. sha256 tells a file that was read before; its bytes are not kept, so it refers to no blob.
create table vote_file (
  id integer not null primary key,
  sha256 text not null unique,
  name text not null,
  imported text not null,
  votes integer not null
);

-- outcome: 1 left, 2 right, 3 tie, 4 both bad. at: milliseconds since 1970, UTC. battle: of this store, or as a file names it. file_id: null for votes of this store.
create table vote (
  id integer not null primary key,
  left_model integer not null references arena_model (id),
  right_model integer not null references arena_model (id),
  outcome integer not null check (outcome between 1 and 4),
  task text,
  voter text,
  at integer,
  language text,
  battle text,
  file_id integer references vote_file (id)
);
create unique index vote_once on vote (battle, voter) where battle is not null;
