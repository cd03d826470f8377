/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-salvage.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "wb-attachment-table.h"
#include "wb-changeset.h"
#include "wb-edit.h"
#include "wb-file-lock.h"
#include "wb-file.h"
#include "wb-meta-table.h"
#include "wb-project-file.h"
#include "wb-project-schema.h"
#include "wb-revision-table.h"
#include "wb-salvage-table.h"
#include "wb-statement.h"

#define BLOCK 4096
/* The file and its rows are in memory at the same time. */
#define MAX_SIZE (G_GINT64_CONSTANT (512) * 1024 * 1024)

/* Where the header of an SQLite file says who made it. */
#define HEADER_VERSION 60
#define HEADER_APPLICATION 68

/* The oldest format there is. */
#define FIRST_VERSION 1

/* One attempt to save what is left. */
typedef struct
{
  WbConnection *connection; /* the new file */
  WbPageReader *reader;
  GPtrArray *tables;        /* WbSalvageTable */
  GHashTable *roots;        /* name of a table, or of its index → guint32 root page */
  guint n_tables;           /* how many of them are tables */
  gboolean broken;          /* part of a tree could not be reached */
  gboolean history_broken;  /* and that of the history */
  const char *guide_json;   /* (nullable) */
  const char *path;
  WbSalvage *salvage;
} Attempt;

/* Who is called with rows. */
typedef struct
{
  Attempt *attempt;
  WbSalvageTable *table; /* (nullable) */
} Sink;

static gboolean
check_size (const char  *path,
            off_t        size,
            GError     **error)
{
  g_autofree char *name = NULL;
  g_autofree char *bound = NULL;

  if (size <= MAX_SIZE)
    return TRUE;
  name = g_filename_display_basename (path);
  bound = g_format_size_full (MAX_SIZE, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
               /* Translators: name of a file, size like “512 MiB” */
               _("“%s” is larger than %s, and more cannot be saved at once; it was left as it is."), name, bound);

  return FALSE;
}

/* (nullable) (transfer full) NULL where there is not so much memory. */
static guint8 *
allocate (const char  *path,
          gsize        size,
          GError     **error)
{
  guint8 *bytes = g_try_malloc (MAX (size, 1));

  if (bytes == NULL)
    wb_file_set_error (path, ENOMEM, error);

  return bytes;
}

/* What a disk does not give back is taken for zeros: a damaged disk spoils some blocks, not all. */
static void
fill_blocks (int     fd,
             guint8 *bytes,
             gsize   size)
{
  for (gsize offset = 0; offset < size; offset += BLOCK)
    {
      const gsize wanted = MIN (BLOCK, size - offset);
      const gssize n = pread (fd, bytes + offset, wanted, (off_t) offset);

      if (n < (gssize) wanted)
        memset (bytes + offset + MAX (n, 0), 0, wanted - (gsize) MAX (n, 0));
    }
}

/* (transfer full) */
static GBytes *
read_blocks (const char  *path,
             GError     **error)
{
  const int fd = open (path, O_RDONLY | O_CLOEXEC);
  const off_t size = fd >= 0 ? lseek (fd, 0, SEEK_END) : -1;
  guint8 *bytes = NULL;

  if (size < 0)
    wb_file_set_error (path, errno, error);
  else if (check_size (path, size, error))
    bytes = allocate (path, (gsize) size, error);
  if (bytes != NULL)
    fill_blocks (fd, bytes, (gsize) size);
  if (fd >= 0)
    close (fd);

  return bytes != NULL ? g_bytes_new_take (bytes, (gsize) size) : NULL;
}

/* A write that was cut off is taken back, on a copy, by SQLite itself, as far as it can. */
static void
work_off_journal (const char *path)
{
  g_autoptr (WbConnection) connection = wb_connection_open (path, WB_OPEN_WRITE, NULL);
  gint64 n;

  if (connection != NULL && wb_connection_harden (connection, NULL))
    wb_connection_query_int (connection, "SELECT count(*) FROM sqlite_master", &n, NULL);
}

/* The file as it was before a write that was cut off. @beside: a place for a copy. (transfer full) */
static GBytes *
read_with_journal (const char  *path,
                   const char  *beside,
                   GError     **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *copy = NULL;
  g_autofree char *copied_journal = NULL;
  g_autoptr (GBytes) whole = read_blocks (path, error);
  g_autoptr (GBytes) log = g_file_test (journal, G_FILE_TEST_EXISTS) ? read_blocks (journal, NULL) : NULL;
  g_autoptr (GBytes) rolled_back = NULL;

  if (whole == NULL || log == NULL || g_bytes_get_size (log) == 0)
    return g_steal_pointer (&whole);
  copy = wb_file_make_temporary (beside, error);
  if (copy == NULL)
    return NULL;
  copied_journal = g_strconcat (copy, "-journal", NULL);
  if (g_file_set_contents_full (copy, g_bytes_get_data (whole, NULL), (gssize) g_bytes_get_size (whole),
                                G_FILE_SET_CONTENTS_NONE, 0600, NULL)
      && g_file_set_contents_full (copied_journal, g_bytes_get_data (log, NULL), (gssize) g_bytes_get_size (log),
                                   G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    {
      work_off_journal (copy);
      g_clear_pointer (&whole, g_bytes_unref);
      rolled_back = read_blocks (copy, NULL);
    }
  g_unlink (copied_journal);
  g_unlink (copy);

  if (rolled_back != NULL)
    return g_steal_pointer (&rolled_back);

  return whole != NULL ? g_steal_pointer (&whole) : read_blocks (path, error);
}

static gboolean
check_header (Attempt  *attempt,
              GError  **error)
{
  g_autofree char *name = g_filename_display_basename (attempt->path);

  /* A header that is damaged itself says nothing. */
  if (!wb_page_reader_has_magic (attempt->reader))
    return TRUE;
  if (wb_page_reader_get_header (attempt->reader, HEADER_APPLICATION) == WB_PROJECT_APPLICATION_ID
      && wb_page_reader_get_header (attempt->reader, HEADER_VERSION) > WB_PROJECT_VERSION
      && wb_page_reader_get_header (attempt->reader, HEADER_VERSION) < 1000)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_NEWER,
                   _("“%s” was written by a newer version of this program, which has to save what is in it; nothing was written."), name);
      return FALSE;
    }

  return TRUE;
}

static gboolean
list_tables (Attempt  *attempt,
             GError  **error)
{
  g_autoptr (WbStatement) statement
    = wb_statement_new (attempt->connection,
                        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name", error);
  WbStatementState state;

  if (statement == NULL)
    return FALSE;
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *name = wb_statement_dup_text (statement, 0);
      WbSalvageTable *table = wb_salvage_table_new (attempt->connection, name, error);

      if (table == NULL)
        return FALSE;
      g_ptr_array_add (attempt->tables, table);
    }

  return state == WB_STATEMENT_DONE;
}

static char *
dup_value (const WbPageValue *value)
{
  return value->type == WB_PAGE_TEXT ? g_strndup ((const char *) value->data, value->length) : g_strdup ("");
}

/* A row of the list of tables and indexes: type, name, table, root page, SQL. */
static void
schema_row_cb (gint64             rowid,
               const WbPageValue *values,
               guint              n_values,
               gpointer           user_data)
{
  Attempt *attempt = user_data;
  g_autofree char *name = NULL;

  if (n_values != 5 || values[3].type != WB_PAGE_INTEGER || values[3].number < 2 || values[3].number > G_MAXUINT32)
    return;
  if (values[0].type == WB_PAGE_TEXT && values[0].length == 5 && memcmp (values[0].data, "table", 5) == 0)
    attempt->n_tables++;
  name = dup_value (&values[1]);
  g_hash_table_replace (attempt->roots, g_steal_pointer (&name), GUINT_TO_POINTER ((guint) values[3].number));
}

static void
table_row_cb (gint64             rowid,
              const WbPageValue *values,
              guint              n_values,
              gpointer           user_data)
{
  Sink *sink = user_data;

  /* There is no index that would tell. */
  if (g_str_equal (wb_salvage_table_get_name (sink->table), "revision") && !wb_salvage_table_fits (sink->table, values, n_values))
    sink->attempt->history_broken = TRUE;
  wb_salvage_table_add (sink->table, rowid, values, n_values);
}

static void
index_row_cb (gint64             rowid,
              const WbPageValue *values,
              guint              n_values,
              gpointer           user_data)
{
  wb_salvage_table_add_key (((Sink *) user_data)->table, values, n_values);
}

/* A row of a page that is in no tree that can be reached: what it looks like says where it belongs. */
static void
rest_row_cb (gint64             rowid,
             const WbPageValue *values,
             guint              n_values,
             gpointer           user_data)
{
  Attempt *attempt = ((Sink *) user_data)->attempt;

  for (guint i = 0; i < attempt->tables->len; i++)
    if (wb_salvage_table_fits (g_ptr_array_index (attempt->tables, i), values, n_values))
      {
        wb_salvage_table_add (g_ptr_array_index (attempt->tables, i), rowid, values, n_values);
        return;
      }
}

static void
rest_key_cb (gint64             rowid,
             const WbPageValue *values,
             guint              n_values,
             gpointer           user_data)
{
  Attempt *attempt = ((Sink *) user_data)->attempt;

  for (guint i = 0; i < attempt->tables->len; i++)
    if (wb_salvage_table_fits_index (g_ptr_array_index (attempt->tables, i), values, n_values))
      {
        wb_salvage_table_add_key (g_ptr_array_index (attempt->tables, i), values, n_values);
        return;
      }
}

static gboolean
walk_root (Attempt       *attempt,
           const char    *name,
           WbPageRowFunc  func,
           Sink          *sink)
{
  const guint32 root = GPOINTER_TO_UINT (g_hash_table_lookup (attempt->roots, name));
  const gboolean whole = root != 0 && wb_page_reader_walk (attempt->reader, root, func, sink);

  attempt->broken = attempt->broken || !whole;

  return whole;
}

static void
read_rows (Attempt *attempt)
{
  Sink sink = { attempt, NULL };

  for (guint i = 0; i < attempt->tables->len; i++)
    {
      const char *name;
      g_autofree char *index = NULL;

      sink.table = g_ptr_array_index (attempt->tables, i);
      name = wb_salvage_table_get_name (sink.table);
      index = g_strdup_printf ("sqlite_autoindex_%s_1", name);
      if (!walk_root (attempt, name, table_row_cb, &sink) && g_str_equal (name, "revision"))
        attempt->history_broken = TRUE;
      if (g_hash_table_contains (attempt->roots, index))
        walk_root (attempt, index, index_row_cb, &sink);
    }
  /* Only then may what is left over be more than what was thrown away. */
  if (attempt->broken)
    {
      wb_page_reader_walk_rest (attempt->reader, FALSE, rest_row_cb, &sink);
      wb_page_reader_walk_rest (attempt->reader, TRUE, rest_key_cb, &sink);
    }
  for (guint i = 0; i < attempt->tables->len; i++)
    wb_salvage_table_settle (g_ptr_array_index (attempt->tables, i));
}

static const char *
get_part (char **key,
          guint  i)
{
  return i < g_strv_length (key) ? key[i] : "";
}

/* What a key stands for; FALSE for tables that no words are known for. */
static gboolean
find_target (const char   *table,
             WbEditTarget *target)
{
  static const struct
  {
    const char *table;
    WbEditTarget target;
  } targets[] = {
    { "answer", WB_EDIT_CELL },
    { "row", WB_EDIT_ROW },
    { "slide", WB_EDIT_SLIDE },
    { "meta", WB_EDIT_FACT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (g_str_equal (targets[i].table, table))
      {
        *target = targets[i].target;
        return TRUE;
      }

  return FALSE;
}

static WbEdit *
make_place (WbEditTarget  target,
            char        **key)
{
  return wb_edit_new (target, get_part (key, 0), get_part (key, 1), get_part (key, 2), NULL, NULL);
}

static guint *
get_count (WbSalvage  *salvage,
           const char *table)
{
  WbEditTarget target;

  if (g_str_equal (table, "revision"))
    return &salvage->n_revisions;
  if (g_str_equal (table, "attachment"))
    return &salvage->n_attachments;
  if (!find_target (table, &target))
    return &salvage->n_others;
  switch (target)
    {
    case WB_EDIT_CELL:
      return &salvage->n_answers;
    case WB_EDIT_ROW:
      return &salvage->n_rows;
    case WB_EDIT_SLIDE:
      return &salvage->n_slides;
    case WB_EDIT_FACT:
    default:
      return &salvage->n_facts;
    }
}

/* A row whose texts hold what nobody typed is saved, and named. */
static void
note_doubt (Attempt            *attempt,
            const char         *table,
            const WbSalvageRow *row)
{
  gboolean whole = !row->doubtful;
  WbEditTarget target;
  char *key[4] = { NULL };

  for (guint i = 0; i < row->values->len; i++)
    {
      gboolean clean = TRUE;

      g_free (wb_salvage_row_dup_text (row, i, &clean));
      whole = whole && clean;
    }
  if (whole || !find_target (table, &target))
    return;
  for (guint i = 0; i < 3; i++)
    {
      char *text = wb_salvage_row_dup_text (row, i, NULL);

      key[i] = text != NULL ? text : g_strdup ("");
    }
  g_ptr_array_add (attempt->salvage->doubtful, make_place (target, key));
  for (guint i = 0; i < 3; i++)
    g_free (key[i]);
}

/* Of a file, half is nothing: what does not have its hash is not what was attached. */
static gboolean
is_whole (const WbSalvageRow *row)
{
  g_autofree char *hash = wb_salvage_row_dup_text (row, 1, NULL);
  GBytes *bytes = g_ptr_array_index (row->values, 2);
  g_autofree char *found = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;

  return g_strcmp0 (hash, found) == 0;
}

/* Changes that were tampered with, or are damaged, would do harm when they are taken back. */
static gboolean
is_usable (WbSalvageTable     *table,
           const WbSalvageRow *row)
{
  if (g_str_equal (wb_salvage_table_get_name (table), "attachment"))
    return is_whole (row);

  return !g_str_equal (wb_salvage_table_get_name (table), "revision")
         || wb_changeset_check (g_ptr_array_index (row->values, row->values->len - 1));
}

static gboolean
write_rows (Attempt         *attempt,
            WbSalvageTable  *table,
            GError         **error)
{
  const char *name = wb_salvage_table_get_name (table);
  guint *count = get_count (attempt->salvage, name);
  GPtrArray *rows = wb_salvage_table_get_rows (table);

  for (guint i = 0; i < rows->len; i++)
    {
      const WbSalvageRow *row = g_ptr_array_index (rows, i);
      gboolean done = FALSE;

      if (!is_usable (table, row))
        {
          attempt->history_broken = attempt->history_broken || g_str_equal (name, "revision");
          continue;
        }
      if (!wb_salvage_table_write (table, attempt->connection, row, &done, error))
        return FALSE;
      if (!done)
        continue;
      (*count)++;
      note_doubt (attempt, name, row);
    }

  return TRUE;
}

static void
note_lost (Attempt        *attempt,
           WbSalvageTable *table)
{
  GPtrArray *lost = wb_salvage_table_get_lost (table);
  WbEditTarget target;

  if (!find_target (wb_salvage_table_get_name (table), &target))
    {
      attempt->salvage->n_lost_others += lost->len;
      return;
    }
  for (guint i = 0; i < lost->len; i++)
    g_ptr_array_add (attempt->salvage->lost, make_place (target, g_ptr_array_index (lost, i)));
}

/* The numbers of the history have no gaps but those of entries that came to nothing. */
static gboolean
count_lost_revisions (Attempt  *attempt,
                      GError  **error)
{
  gint64 last, n;

  if (!attempt->history_broken)
    return TRUE;
  if (!wb_connection_query_int (attempt->connection, "SELECT max (id) FROM revision", &last, error)
      || !wb_connection_query_int (attempt->connection, "SELECT count (*) FROM revision", &n, error))
    return FALSE;
  attempt->salvage->n_lost_revisions = (guint) CLAMP (last - n, 1, G_MAXINT);

  return TRUE;
}

/* The newest value of each lost place that the history knows: WbEdit. (transfer full) */
static GPtrArray *
read_history (Attempt  *attempt,
              GError  **error)
{
  g_autoptr (GPtrArray) revisions = wb_revision_table_load (attempt->connection, NULL);
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_edit_free);

  for (guint i = 0; revisions != NULL && i < revisions->len; i++)
    {
      const WbRevision *revision = g_ptr_array_index (revisions, i);
      g_autoptr (GBytes) changes = wb_revision_table_load_changes (attempt->connection, revision->id, NULL);

      if (changes != NULL && !wb_changeset_read (attempt->connection, changes, edits, error))
        return NULL;
    }

  return g_steal_pointer (&edits);
}

/* (nullable) (transfer none) */
static const char *
find_value (GPtrArray    *edits,
            const WbEdit *place)
{
  for (guint i = edits->len; i > 0; i--)
    {
      const WbEdit *edit = g_ptr_array_index (edits, i - 1);

      if (wb_edit_same_place (edit, place))
        return *edit->after != '\0' ? edit->after : NULL;
    }

  return NULL;
}

static gboolean
write_place (Attempt       *attempt,
             const WbEdit  *place,
             const char    *value,
             GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  if (place->target == WB_EDIT_FACT)
    return wb_meta_table_set (attempt->connection, place->field, value, error);
  statement = wb_statement_new (attempt->connection,
                                place->target == WB_EDIT_CELL
                                  ? "INSERT OR IGNORE INTO answer (field, \"row\", \"column\", value) VALUES (?1, ?2, ?3, ?4)"
                                  : "INSERT OR IGNORE INTO \"row\" (field, id, position)"
                                    " SELECT ?1, ?2, coalesce (max (position), 0) + 1 FROM \"row\" WHERE field = ?1",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, place->field);
  wb_statement_bind_text (statement, 2, place->row);
  if (place->target == WB_EDIT_CELL)
    {
      wb_statement_bind_text (statement, 3, place->column);
      wb_statement_bind_text (statement, 4, value);
    }

  return wb_statement_run (statement, error);
}

/* A row of a table is its key and its place, so the index is enough; answers and facts may stand in the history. */
static gboolean
fill_gaps (Attempt  *attempt,
           GError  **error)
{
  WbSalvage *salvage = attempt->salvage;
  g_autoptr (GPtrArray) edits = NULL;

  if (salvage->lost->len == 0)
    return TRUE;
  edits = read_history (attempt, error);
  if (edits == NULL)
    return FALSE;
  for (guint i = salvage->lost->len; i > 0; i--)
    {
      const WbEdit *place = g_ptr_array_index (salvage->lost, i - 1);
      const char *value = place->target == WB_EDIT_ROW ? "1" : find_value (edits, place);

      if (value == NULL || place->target == WB_EDIT_SLIDE)
        continue;
      if (!write_place (attempt, place, value, error))
        return FALSE;
      *(place->target == WB_EDIT_CELL ? &salvage->n_answers : place->target == WB_EDIT_ROW ? &salvage->n_rows : &salvage->n_facts) += 1;
      salvage->n_from_history += place->target == WB_EDIT_CELL ? 1 : 0;
      g_ptr_array_remove_index (salvage->lost, i - 1);
    }

  return TRUE;
}

/* What the answers name, and the file does not hold any more. The answers stay, so that people know what is missing. */
static gboolean
count_lost_attachments (Attempt  *attempt,
                        GError  **error)
{
  g_auto (GStrv) missing = wb_attachment_table_find_missing (attempt->connection, error);

  if (missing == NULL)
    return FALSE;
  for (guint i = 0; missing[i] != NULL; i++)
    {
      char *name = wb_attachment_table_find_name (attempt->connection, missing[i], error);

      if (name == NULL)
        return FALSE;
      g_ptr_array_add (attempt->salvage->lost_attachments, name);
    }

  return TRUE;
}

/* Other files of SQLite have a table "meta", too. */
static gboolean
check_project (Attempt  *attempt,
               GError  **error)
{
  g_autoptr (GHashTable) meta = wb_meta_table_load (attempt->connection, error);
  g_autofree char *name = g_filename_display_basename (attempt->path);

  if (meta == NULL)
    return FALSE;
  if (attempt->salvage->n_answers > 0 || g_hash_table_contains (meta, WB_PROJECT_GUIDE_ID)
      || g_hash_table_contains (meta, WB_PROJECT_GUIDE_JSON))
    return TRUE;
  g_set_error (error, WB_ERROR, WB_ERROR_CORRUPT, _("Nothing of a project can be read in “%s”; nothing was written."), name);

  return FALSE;
}

/* A project needs a name, and its questions. */
static gboolean
complete_facts (Attempt  *attempt,
                GError  **error)
{
  g_autoptr (GHashTable) meta = wb_meta_table_load (attempt->connection, error);
  g_autofree char *name = g_filename_display_basename (attempt->path);

  if (meta == NULL)
    return FALSE;
  if (!g_hash_table_contains (meta, WB_PROJECT_TITLE) && !wb_meta_table_set (attempt->connection, WB_PROJECT_TITLE, name, error))
    return FALSE;
  attempt->salvage->guide_lost = attempt->guide_json != NULL || !g_hash_table_contains (meta, WB_PROJECT_GUIDE_JSON);
  attempt->salvage->guide_replaced = attempt->guide_json != NULL;

  return attempt->guide_json == NULL
         || wb_meta_table_set (attempt->connection, WB_PROJECT_GUIDE_JSON, attempt->guide_json, error);
}

/* The new file as it was in version @to of the format, coming from @from. */
static gboolean
apply_schema (Attempt  *attempt,
              guint     from,
              guint     to,
              GError  **error)
{
  WbSchema schema = wb_project_schema;

  schema.version = to;

  return from == to || wb_schema_apply (&schema, attempt->connection, from, error);
}

/* Whether the file has the tables of its version, and no others. */
static gboolean
fits_tables (Attempt *attempt)
{
  if (attempt->broken || attempt->n_tables != attempt->tables->len)
    return FALSE;
  for (guint i = 0; i < attempt->tables->len; i++)
    if (!g_hash_table_contains (attempt->roots, wb_salvage_table_get_name (g_ptr_array_index (attempt->tables, i))))
      return FALSE;

  return TRUE;
}

/* What an older format did not have yet is not lost; only that the header says so is not enough, which may be damaged itself. */
static gboolean
prepare_tables (Attempt  *attempt,
                guint    *version,
                GError  **error)
{
  const guint said = wb_page_reader_get_header (attempt->reader, HEADER_VERSION);

  *version = wb_page_reader_has_magic (attempt->reader) && said >= FIRST_VERSION && said < WB_PROJECT_VERSION ? said : WB_PROJECT_VERSION;
  attempt->broken = !wb_page_reader_walk (attempt->reader, 1, schema_row_cb, attempt);
  if (!apply_schema (attempt, 0, *version, error) || !list_tables (attempt, error))
    return FALSE;
  if (*version == WB_PROJECT_VERSION || fits_tables (attempt))
    return TRUE;
  g_ptr_array_set_size (attempt->tables, 0);
  if (!apply_schema (attempt, *version, WB_PROJECT_VERSION, error))
    return FALSE;
  *version = WB_PROJECT_VERSION;

  return list_tables (attempt, error);
}

static gboolean
write_all (WbConnection  *connection,
           gpointer       user_data,
           GError       **error)
{
  Attempt *attempt = user_data;
  guint version;

  if (!prepare_tables (attempt, &version, error))
    return FALSE;
  read_rows (attempt);
  for (guint i = 0; i < attempt->tables->len; i++)
    {
      if (!write_rows (attempt, g_ptr_array_index (attempt->tables, i), error))
        return FALSE;
      note_lost (attempt, g_ptr_array_index (attempt->tables, i));
    }

  return apply_schema (attempt, version, WB_PROJECT_VERSION, error) && count_lost_revisions (attempt, error)
         && fill_gaps (attempt, error) && count_lost_attachments (attempt, error) && check_project (attempt, error)
         && complete_facts (attempt, error);
}

static gboolean
fill (Attempt     *attempt,
      const char  *output,
      GError     **error)
{
  g_autoptr (WbConnection) connection = wb_connection_open (output, WB_OPEN_WRITE, error);

  attempt->connection = connection;

  return connection != NULL && wb_connection_harden (connection, error) && wb_project_schema_prepare (connection, error)
         && wb_connection_transact (connection, write_all, attempt, error);
}

/* (transfer full) */
static WbSalvage *
salvage_bytes (GBytes      *bytes,
               const char  *path,
               const char  *output,
               const char  *guide_json,
               GError     **error)
{
  g_autoptr (WbPageReader) reader = wb_page_reader_new (bytes);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_salvage_table_free);
  g_autoptr (GHashTable) roots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (WbSalvage) salvage = wb_salvage_new ();
  Attempt attempt = { .reader = reader, .tables = tables, .roots = roots, .guide_json = guide_json, .path = path, .salvage = salvage };
  GError *failure = NULL;

  if (!check_header (&attempt, error) || !wb_file_create_private (output, error))
    return NULL;
  if (fill (&attempt, output, &failure))
    return g_steal_pointer (&salvage);
  g_unlink (output);
  wb_file_set_fill_error (output, failure, error);

  return NULL;
}

WbSalvage *
wb_project_salvage (const char  *path,
                    const char  *output,
                    const char  *guide_json,
                    GError     **error)
{
  g_autofree char *name = NULL;
  g_autoptr (WbFileLock) lock = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gboolean taken;

  g_return_val_if_fail (path != NULL && output != NULL, NULL);

  if (!wb_file_check_regular (path, error))
    return NULL;
  lock = wb_file_lock_take (path, &taken);
  if (taken)
    {
      name = g_filename_display_basename (path);
      g_set_error (error, WB_ERROR, WB_ERROR_BUSY, _("“%s” is open elsewhere, so it was left as it is."), name);
      return NULL;
    }
  bytes = read_with_journal (path, output, error);

  return bytes != NULL ? salvage_bytes (bytes, path, output, guide_json, error) : NULL;
}
