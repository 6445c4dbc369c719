create table if not exists account (
  id bigint generated always as identity primary key,
  owner varchar(40) not null,
  cents bigint not null
);
