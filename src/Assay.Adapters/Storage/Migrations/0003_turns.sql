-- Turns of the playground. A turn and its lanes are written when it starts, lane_end when a lane ends: a lane without an end was interrupted.
-- images and transcript are JSON of their own versioned form (Storage/Turns/StoredTurn.cs).
create table turn (
  id text not null primary key,
  created text not null,
  task text not null,
  prompt text not null,
  reference text,
  images text not null
);

create table turn_image (
  turn_id text not null references turn (id) on delete cascade,
  sha256 text not null references blob (sha256),
  media_type text not null,
  primary key (turn_id, sha256)
);
create index turn_image_of_hash on turn_image (sha256);

create table turn_lane (
  turn_id text not null references turn (id) on delete cascade,
  place integer not null,
  model text not null,
  primary key (turn_id, place)
);

-- text: the reply, for the search. request and reply: the bytes of the last attempt.
create table turn_lane_end (
  turn_id text not null,
  place integer not null,
  outcome text not null,
  text text,
  transcript text not null,
  request_sha256 text references blob (sha256),
  reply_sha256 text references blob (sha256),
  primary key (turn_id, place),
  foreign key (turn_id, place) references turn_lane (turn_id, place) on delete cascade
);
create index turn_lane_end_of_request on turn_lane_end (request_sha256);
create index turn_lane_end_of_reply on turn_lane_end (reply_sha256);
