/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-connection.h"
#include "wb-schema.h"
#include "wb-statement.h"
#include "wb-test-library.h"

typedef struct
{
  char *folder;
  char *path;
  WbConnection *connection;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = wb_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "a.db", NULL);
  fixture->connection = wb_connection_open (fixture->path, WB_OPEN_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (wb_connection_run (fixture->connection,
                                    "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL, c REAL)", &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->connection, wb_connection_free);
  wb_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static WbStatement *
prepare (Fixture    *fixture,
         const char *sql)
{
  g_autoptr (GError) error = NULL;
  WbStatement *statement = wb_statement_new (fixture->connection, sql, &error);

  g_assert_no_error (error);

  return statement;
}

static gint64
count_rows (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 n;

  g_assert_true (wb_connection_query_int (fixture->connection, "SELECT count (*) FROM t", &n, &error));

  return n;
}

static void
test_values (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (WbStatement) insert = prepare (fixture, "INSERT INTO t VALUES (?1, ?2, 0.5)");
  g_autoptr (WbStatement) query = prepare (fixture, "SELECT a, b, c, NULL FROM t");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *nothing = NULL;

  wb_statement_bind_int (insert, 1, G_MAXINT64);
  wb_statement_bind_text (insert, 2, "Gr\xfc\xdf" "e");
  g_assert_true (wb_statement_run (insert, &error));

  g_assert_cmpint (wb_statement_step (query, &error), ==, WB_STATEMENT_ROW);
  text = wb_statement_dup_text (query, 1);
  nothing = wb_statement_dup_text (query, 3);
  g_assert_cmpint (wb_statement_get_int (query, 0), ==, G_MAXINT64);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpfloat (wb_statement_get_double (query, 2), ==, 0.5);
  g_assert_null (nothing);
  g_assert_cmpint (wb_statement_step (query, &error), ==, WB_STATEMENT_DONE);
  g_assert_no_error (error);
}

static void
test_binding_error (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (WbStatement) insert = prepare (fixture, "INSERT INTO t (b) VALUES (?1)");
  g_autoptr (GError) error = NULL;

  wb_statement_bind_text (insert, 1, "fine");
  wb_statement_bind_int (insert, 7, 1);
  g_assert_false (wb_statement_run (insert, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (count_rows (fixture), ==, 0);
}

static void
test_constraint (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (WbStatement) insert = prepare (fixture, "INSERT INTO t (b) VALUES (?1)");
  g_autoptr (GError) error = NULL;

  wb_statement_bind_text (insert, 1, NULL);
  g_assert_cmpint (wb_statement_step (insert, &error), ==, WB_STATEMENT_ERROR);
  g_assert_error (error, WB_ERROR, WB_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "a.db"));
  g_assert_null (strstr (error->message, "NOT NULL"));
}

static gboolean
insert_and_fail (WbConnection  *connection,
                 gpointer       user_data,
                 GError       **error)
{
  if (!wb_connection_run (connection, "INSERT INTO t (b) VALUES ('x')", error))
    return FALSE;
  if (user_data == NULL)
    return TRUE;
  g_set_error_literal (error, WB_ERROR, WB_ERROR_INVALID, "no");

  return FALSE;
}

static void
test_transaction (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (wb_connection_transact (fixture->connection, insert_and_fail, fixture, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
  g_assert_cmpint (count_rows (fixture), ==, 0);
  g_clear_error (&error);
  g_assert_true (wb_connection_transact (fixture->connection, insert_and_fail, NULL, &error));
  g_assert_cmpint (count_rows (fixture), ==, 1);
}

static void
test_busy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (WbConnection) other = NULL;
  g_autoptr (GError) error = NULL;

  other = wb_connection_open (fixture->path, WB_OPEN_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (wb_connection_run (other, "BEGIN IMMEDIATE", &error));
  g_assert_false (wb_connection_transact (fixture->connection, insert_and_fail, NULL, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_BUSY);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (WbConnection) reader = NULL;
  g_autoptr (GError) error = NULL;

  reader = wb_connection_open (fixture->path, WB_OPEN_READ, &error);
  g_assert_no_error (error);
  g_assert_false (wb_connection_run (reader, "INSERT INTO t (b) VALUES ('x')", &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_READ_ONLY);
}

static void
test_no_space (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (wb_connection_run (fixture->connection, "PRAGMA max_page_count = 3", &error));
  g_assert_false (wb_connection_run (fixture->connection,
                                     "INSERT INTO t (b) VALUES (hex (zeroblob (100000)))", &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NO_SPACE);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 value;

  g_cancellable_cancel (cancellable);
  wb_connection_set_cancellable (fixture->connection, cancellable);
  /* Without the handler this would run for ever, and the test with it. */
  g_assert_false (wb_connection_query_int (fixture->connection,
                                           "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                                           " SELECT count (*) FROM n",
                                           &value, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_CANCELLED);
  g_clear_error (&error);
  wb_connection_set_cancellable (fixture->connection, NULL);
  g_assert_cmpint (count_rows (fixture), ==, 0);
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (wb_connection_open (path, WB_OPEN_WRITE, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_odd_names (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const names[] = { "50% voll?.db", "a#b.db", "Über uns.db", "file:x.db", ":memory:" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      g_autoptr (WbConnection) writer = NULL;
      g_autoptr (WbConnection) reader = NULL;
      g_autoptr (GError) error = NULL;
      gint64 value = 0;

      writer = wb_connection_open (path, WB_OPEN_CREATE, &error);
      g_assert_no_error (error);
      g_assert_true (wb_connection_run (writer, "PRAGMA user_version = 7", &error));
      reader = wb_connection_open (path, WB_OPEN_IMMUTABLE, &error);
      g_assert_no_error (error);
      g_assert_true (wb_connection_query_int (reader, "PRAGMA user_version", &value, &error));
      g_assert_cmpint (value, ==, 7);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_hardened (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (wb_connection_run (fixture->connection,
                                    "CREATE TRIGGER bad AFTER INSERT ON t BEGIN DELETE FROM t; END;"
                                    "CREATE VIEW v AS SELECT 1",
                                    &error));
  g_assert_true (wb_connection_harden (fixture->connection, &error));
  g_assert_true (wb_connection_run (fixture->connection, "INSERT INTO t (b) VALUES ('stays')", &error));
  g_assert_cmpint (count_rows (fixture), ==, 1);
  g_assert_false (wb_connection_run (fixture->connection, "SELECT * FROM v", &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_false (wb_connection_run (fixture->connection,
                                     "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'x'", &error));
}

static guint steps_run;

static gboolean
make_one (WbConnection  *connection,
          gpointer       user_data,
          GError       **error)
{
  steps_run |= 1;

  return wb_connection_run (connection, "CREATE TABLE one (a)", error);
}

static gboolean
make_two (WbConnection  *connection,
          gpointer       user_data,
          GError       **error)
{
  steps_run |= 2;

  return wb_connection_run (connection, "ALTER TABLE one ADD COLUMN b", error);
}

static gboolean
make_fault (WbConnection  *connection,
            gpointer       user_data,
            GError       **error)
{
  return wb_connection_run (connection, "ALTER TABLE one ADD COLUMN c; ALTER TABLE none ADD COLUMN c",
                            error);
}

static void
test_migrations (Fixture       *fixture,
                 gconstpointer  data)
{
  static const WbTransaction steps[] = { make_one, make_two, make_fault };
  const WbSchema first = { 0x1234, 1, steps };
  const WbSchema second = { 0x1234, 2, steps };
  const WbSchema third = { 0x1234, 3, steps };
  g_autoptr (GError) error = NULL;
  gint64 n;
  guint version;

  steps_run = 0;
  g_assert_true (wb_schema_upgrade (&first, fixture->connection, 0, &error));
  g_assert_cmpuint (steps_run, ==, 1);
  g_assert_true (wb_schema_upgrade (&second, fixture->connection, 1, &error));
  g_assert_cmpuint (steps_run, ==, 3);
  /* A step that fails leaves the file as it was. */
  g_assert_false (wb_schema_upgrade (&third, fixture->connection, 2, &error));
  g_clear_error (&error);
  g_assert_true (wb_connection_check_format (fixture->connection, 0x1234, &version, &error));
  g_assert_cmpuint (version, ==, 2);
  g_assert_true (wb_connection_query_int (fixture->connection,
                                          "SELECT count (*) FROM pragma_table_info ('one')", &n, &error));
  g_assert_cmpint (n, ==, 2);
  g_assert_false (wb_connection_check_format (fixture->connection, 0x9999, &version, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_FOREIGN);
}

#define ADD(name) g_test_add ("/connection/" #name, Fixture, NULL, set_up, test_##name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (values);
  ADD (binding_error);
  ADD (constraint);
  ADD (transaction);
  ADD (busy);
  ADD (read_only);
  ADD (no_space);
  ADD (cancelled);
  ADD (missing);
  ADD (odd_names);
  ADD (hardened);
  ADD (migrations);

  return g_test_run ();
}
