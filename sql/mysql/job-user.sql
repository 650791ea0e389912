-- The database of the jobs, and their three accounts, each with the least rights that it needs. A database administrator
-- runs this file once; no job runs it. Rights are on the whole database, so an upgrade needs no new ones. First create the
-- accounts, each with a password of its own (REQUIRE SSL: only over encrypted connections):
--
--   CREATE USER 'carriageway_migrate'@'%' IDENTIFIED BY '...' REQUIRE SSL;
--   CREATE USER 'carriageway'@'%' IDENTIFIED BY '...' REQUIRE SSL;
--   CREATE USER 'carriageway_replay'@'%' IDENTIFIED BY '...' REQUIRE SSL;
--
-- then:  mysql -h HOST -u ADMIN -p < job-user.sql
CREATE DATABASE IF NOT EXISTS carriageway CHARACTER SET utf8mb4;

-- carriageway_migrate creates and upgrades tables and views. It owns the views, which read tables with its rights, so keep
-- the account. ALTER and INDEX are for upgrades, and for partitions if you partition a table: adding or reorganising a
-- partition needs ALTER, CREATE and INSERT, dropping one ALTER and DROP. MariaDB creates some of the views only for an account
-- that also has a right on all databases (MDEV-27898), for example GRANT DELETE ON *.*; MySQL does not need that.
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW
    ON carriageway.* TO 'carriageway_migrate'@'%';

-- carriageway runs the live jobs, which change rows and no table. A job that is newer than the tables fails when it is
-- submitted: migrate first.
GRANT SELECT, INSERT, UPDATE, DELETE ON carriageway.* TO 'carriageway'@'%';

-- carriageway_replay runs replays and the daily run, which create tables for their rows and drop them.
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP ON carriageway.* TO 'carriageway_replay'@'%';

-- For a what-if (--mysql.schema carriageway_whatif) a replay creates that database, and migrates it itself. Leave this out
-- if nobody runs one. In a name of a database, _ stands for any character and \_ for itself.
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW
    ON `carriageway\_whatif`.* TO 'carriageway_replay'@'%';
