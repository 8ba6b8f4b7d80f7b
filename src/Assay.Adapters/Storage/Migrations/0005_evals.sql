-- Evals. A suite is kept by its hash with all its samples, so a run can be resumed, scored again and read when its folder is gone.
-- about, sample, settings, origin and record are JSON of their own versioned forms (Storage/Runs).
create table eval_suite (
  sha256 text not null primary key,
  id text not null,
  version text not null,
  about text not null,
  samples integer not null
);

create table eval_sample (
  suite_sha256 text not null references eval_suite (sha256) on delete cascade,
  place integer not null,
  id text not null,
  category text not null,
  cluster text,
  sample text not null,
  primary key (suite_sha256, place)
) without rowid;

-- Images of samples as they are sent. They are compressed already, so they lie here as they are and not among the packed blobs.
create table eval_image (
  sha256 text not null primary key,
  media_type text not null,
  width integer not null,
  height integer not null,
  bytes blob not null
);

-- sha256: of the file in the suite; sent_sha256: of the image made of it. Samples of one suite may share an image.
create table eval_suite_image (
  suite_sha256 text not null references eval_suite (sha256) on delete cascade,
  file_sha256 text not null,
  sent_sha256 text not null references eval_image (sha256),
  primary key (suite_sha256, file_sha256)
) without rowid;
create index eval_suite_image_of_sent on eval_suite_image (sent_sha256);

-- version grows with every commit that changes something of the run.
create table eval_run (
  id text not null primary key,
  suite_sha256 text not null references eval_suite (sha256),
  created text not null,
  settings text not null,
  origin text not null,
  origin_sha256 text,
  version integer not null default 0
);
create unique index eval_run_of_origin on eval_run (origin_sha256) where origin_sha256 is not null;

create table eval_run_model (
  run_id text not null references eval_run (id) on delete cascade,
  place integer not null,
  model text not null,
  primary key (run_id, place)
) without rowid;

-- What happened to the run as a whole. Only grows.
create table eval_event (
  id integer primary key,
  run_id text not null references eval_run (id) on delete cascade,
  at text not null,
  kind text not null,
  words text not null
);
create index eval_event_of_run on eval_event (run_id);

-- A row before a call goes out, so a call without an answer was interrupted and may have been paid for. Only grows: asking again is another row.
-- question: SHA-256 (bytes) of model, texts, images and parameters: what may be served from the cache; null where it was asked by another program.
-- started: microseconds since 1970; null where a record does not tell. at_most: what a cap on spend holds for one attempt; null where there is none.
create table eval_call (
  id integer primary key,
  run_id text not null references eval_run (id) on delete cascade,
  model integer not null,
  sample integer not null,
  repetition integer not null,
  try integer not null,
  started integer,
  question blob,
  at_most integer,
  unique (run_id, model, sample, repetition, try)
);
create index eval_call_of_question on eval_call (question) where question is not null;

-- An attempt that failed and may have been charged, written before the next attempt of the call goes out.
create table eval_retry (
  call_id integer not null references eval_call (id) on delete cascade,
  attempt integer not null,
  primary key (call_id, attempt)
) without rowid;

-- outcome: replied, failed, cancelled. Times are microseconds. cost: of all attempts, in millionths of a millionth of a dollar, null where it cannot be told;
-- at_most: the same as a cap on spend counted it, what may have been charged at its most; null where there was no cap.
-- cached_from: the run whose answer this is; null where the call was made.
create table eval_answer (
  call_id integer primary key references eval_call (id) on delete cascade,
  outcome text not null,
  stop text,
  first_token integer,
  latency integer,
  attempts integer not null,
  input_tokens integer,
  output_tokens integer,
  cost integer,
  at_most integer,
  cached_from text,
  text text
);

-- What else is known of an answer, apart, so that figures are read without it. record: attempts, usage, failure, cost in words; request and reply: the bytes
-- of the last attempt. Images of the suite are cut out of the request; the record says where and which, so that the very bytes can be put together again.
create table eval_exchange (
  call_id integer primary key references eval_call (id) on delete cascade,
  record text not null,
  request blob,
  reply blob
);

-- The first scoring of a run is made as the answers come; each later one (rescore) stands beside it. scorers: id and version of each that was used.
create table eval_scoring (
  id integer primary key,
  run_id text not null references eval_run (id) on delete cascade,
  at text not null,
  words text not null
);
create index eval_scoring_of_run on eval_scoring (run_id);

-- Before each attempt of a judge's call goes out; it counts as spent until the score tells what the call took.
create table eval_judging (
  id integer primary key,
  scoring_id integer not null references eval_scoring (id) on delete cascade,
  call_id integer not null references eval_call (id) on delete cascade,
  at_most integer
);
create index eval_judging_of_scoring on eval_judging (scoring_id);
create index eval_judging_of_call on eval_judging (call_id);

-- value is null where unscored; passed is null where the scorer draws no line. judge: the record of the judge's call, and what it cost.
create table eval_score (
  scoring_id integer not null references eval_scoring (id) on delete cascade,
  call_id integer not null references eval_call (id) on delete cascade,
  scorer text not null,
  value real,
  passed integer,
  why text not null,
  read text,
  judge text,
  judge_cost integer,
  primary key (scoring_id, call_id)
) without rowid;
create index eval_score_of_call on eval_score (call_id);

-- What people say of an answer. It changes no score; scores are measured against it.
create table eval_label (
  call_id integer not null references eval_call (id) on delete cascade,
  person text not null,
  passed integer not null,
  at text not null,
  primary key (call_id, person)
) without rowid;
