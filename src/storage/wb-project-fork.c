/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-fork.h"

#include "wb-changeset.h"
#include "wb-file.h"
#include "wb-meta-table.h"
#include "wb-project-file.h"
#include "wb-project-history.h"
#include "wb-project-merge.h"
#include "wb-project-schema.h"
#include "wb-revision-table.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Longest name of a file and longest token that are noted, in bytes. */
#define MAX_NAME 200
#define MAX_TOKEN 64

/* One of the files, as a copy in memory. */
typedef struct
{
  const char *path; /* borrowed */

  /* Owned */
  WbConnection *copy;
  GHashTable *meta;
  GPtrArray *revisions; /* WbRevision, without their edits */
  WbProjectState *state;
  WbAnswers *answers;
} Side;

static void
side_clear (Side *side)
{
  g_clear_pointer (&side->meta, g_hash_table_unref);
  g_clear_pointer (&side->revisions, g_ptr_array_unref);
  g_clear_pointer (&side->state, wb_project_state_free);
  g_clear_object (&side->answers);
  g_clear_pointer (&side->copy, wb_connection_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

void
wb_project_fork_free (WbProjectFork *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->base, wb_project_state_free);
  g_clear_pointer (&self->mine, wb_project_state_free);
  g_clear_pointer (&self->theirs, wb_project_state_free);
  g_clear_object (&self->my_answers);
  g_clear_object (&self->their_answers);
  g_clear_pointer (&self->my_revisions, g_ptr_array_unref);
  g_clear_pointer (&self->their_revisions, g_ptr_array_unref);
  g_free (self->my_token);
  g_free (self->their_token);
  g_free (self->their_name);
  g_free (self);
}

static gboolean
refuse_other (const char  *path,
              GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
               _("“%s” is not a copy of this project: their histories have nothing in common, so nothing was merged."), name);

  return FALSE;
}

static gboolean
check_version (const char  *path,
               guint        version,
               GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (version <= WB_PROJECT_VERSION)
    return TRUE;
  g_set_error (error, WB_ERROR, WB_ERROR_NEWER,
               _("“%s” was written by a newer version of this program, so it cannot be merged here; nothing was changed."), name);

  return FALSE;
}

/* What is read does not change any more, and may be gone back in. The file may be of an older version; its copy is not. */
static gboolean
copy_file (Side    *side,
           GError **error)
{
  g_autoptr (WbConnection) connection = NULL;
  guint version;

  if (!wb_file_check_regular (side->path, error))
    return FALSE;
  connection = wb_connection_open (side->path, WB_OPEN_READ, error);
  if (connection == NULL || !wb_connection_harden (connection, error)
      || !wb_connection_check_format (connection, WB_PROJECT_APPLICATION_ID, &version, error)
      || !check_version (side->path, version, error) || !wb_connection_check_integrity (connection, error))
    return FALSE;
  side->copy = wb_connection_copy_to_memory (connection, error);

  return side->copy != NULL && wb_connection_harden (side->copy, error)
         && wb_schema_upgrade (&wb_project_schema, side->copy, version, error);
}

static gboolean
read_side (Side        *side,
           const char  *path,
           GError     **error)
{
  side->path = path;
  if (!copy_file (side, error))
    return FALSE;
  side->meta = wb_meta_table_load (side->copy, error);
  side->revisions = side->meta != NULL ? wb_revision_table_load (side->copy, error) : NULL;
  side->state = side->revisions != NULL ? wb_project_merge_load (side->copy, &side->answers, error) : NULL;

  return side->state != NULL;
}

static const char *
get_fact (const Side *side,
          const char *key)
{
  const char *value = g_hash_table_lookup (side->meta, key);

  return value != NULL ? value : "";
}

static const WbRevision *
get_revision (const Side *side,
              guint       index)
{
  return g_ptr_array_index (side->revisions, index);
}

/* Whether the file of @meta, with the first @n_revisions of @side, has @token in it. */
static gboolean
knows_token (GHashTable *meta,
             const Side *side,
             guint       n_revisions,
             const char *token)
{
  g_autofree char *mark = g_strconcat (WB_STATE_MERGED, token, NULL);

  if (*token == '\0')
    return FALSE;
  if (g_hash_table_contains (meta, mark))
    return TRUE;
  for (guint i = 0; i < n_revisions; i++)
    if (g_str_equal (get_revision (side, i)->token, token))
      return TRUE;

  return FALSE;
}

/* How many revisions of @side, up to the newest that @other knows. */
static guint
count_common (const Side *side,
              const Side *other)
{
  g_autoptr (GHashTable) tokens = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < other->revisions->len; i++)
    g_hash_table_add (tokens, get_revision (other, i)->token);
  for (guint i = side->revisions->len; i > 0; i--)
    {
      const char *token = get_revision (side, i - 1)->token;

      if (*token != '\0' && (g_hash_table_contains (tokens, token) || knows_token (other->meta, other, 0, token)))
        return i;
    }

  return 0;
}

/* A state of the past. */
typedef struct
{
  gint64 id;
  gint64 now;
} Past;

static gboolean
go_back (WbConnection  *connection,
         gpointer       user_data,
         GError       **error)
{
  const Past *past = user_data;
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_edit_free);
  g_autoptr (WbProjectHistory) history = wb_project_history_new (connection, error);

  return history != NULL && wb_project_history_restore (history, past->id, past->now, edits, error);
}

/* Makes the copy of @side what it was after its first @n revisions. */
static gboolean
restore (Side    *side,
         guint    n,
         GError **error)
{
  Past past = { n > 0 ? get_revision (side, n - 1)->id : 0, g_get_real_time () / G_USEC_PER_SEC };

  return wb_connection_transact (side->copy, go_back, &past, error);
}

/* Where the histories of two copies part. */
typedef struct
{
  guint mine;   /* number of my revisions before */
  guint theirs;
} Parting;

/* Copies of one another have a revision in common, or they were made before anything was written, and have the same identity. */
static gboolean
check_related (const Side     *mine,
               const Side     *theirs,
               const Parting  *parting,
               GError        **error)
{
  const char *id = get_fact (mine, WB_PROJECT_ID);

  if (parting->mine > 0 || parting->theirs > 0)
    return TRUE;
  if (*id != '\0' && g_ascii_strcasecmp (id, get_fact (theirs, WB_PROJECT_ID)) == 0)
    return TRUE;

  return refuse_other (theirs->path, error);
}

/* The state that both come from. Where each took something from the other before, the one that holds both counts. (transfer full) */
static WbProjectState *
load_base (Side           *mine,
           Side           *theirs,
           const Parting  *parting,
           GError        **error)
{
  g_autoptr (GHashTable) meta = NULL;
  const char *theirs_known = parting->theirs > 0 ? get_revision (theirs, parting->theirs - 1)->token : "";

  if (!restore (mine, parting->mine, error))
    return NULL;
  meta = wb_meta_table_load (mine->copy, error);
  if (meta == NULL)
    return NULL;
  if (parting->theirs == 0 || knows_token (meta, mine, parting->mine, theirs_known))
    return wb_project_merge_load (mine->copy, NULL, error);
  if (!restore (theirs, parting->theirs, error))
    return NULL;

  return wb_project_merge_load (theirs->copy, NULL, error);
}

/* The revisions of @side behind the first @n, with their edits. (transfer full) */
static GPtrArray *
load_since (const Side  *side,
            guint        n,
            GError     **error)
{
  g_autoptr (GPtrArray) since = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_revision_free);

  for (guint i = n; i < side->revisions->len; i++)
    {
      WbRevision *revision = wb_revision_copy (g_ptr_array_index (side->revisions, i));
      g_autoptr (GBytes) changes = NULL;

      g_ptr_array_add (since, revision);
      changes = wb_revision_table_load_changes (side->copy, revision->id, error);
      if (changes == NULL || !wb_changeset_read (side->copy, changes, revision->edits, error))
        return NULL;
    }

  return g_steal_pointer (&since);
}

static gboolean
check_files (const char  *mine,
             const char  *theirs,
             GError     **error)
{
  g_autofree char *name = g_filename_display_basename (theirs);
  GStatBuf first, second;

  if (g_stat (mine, &first) != 0 || g_stat (theirs, &second) != 0 || first.st_dev != second.st_dev
      || first.st_ino != second.st_ino)
    return TRUE;
  g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("“%s” is this very project; please choose another copy of it."), name);

  return FALSE;
}

static gboolean
check_guide (const Side  *mine,
             const Side  *other,
             GError     **error)
{
  return g_str_equal (get_fact (mine, WB_PROJECT_GUIDE_ID), get_fact (other, WB_PROJECT_GUIDE_ID))
         || refuse_other (other->path, error);
}

/* One line, not too long, whatever the file is called. (transfer full) */
static char *
make_name (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  for (char *next = name; *next != '\0'; next++)
    if (g_ascii_iscntrl (*next))
      *next = ' ';
  if (strlen (name) > MAX_NAME)
    *g_utf8_find_prev_char (name, name + MAX_NAME + 1) = '\0';

  return g_steal_pointer (&name);
}

static char *
dup_newest (const Side *side)
{
  return g_strdup (side->revisions->len > 0 ? get_revision (side, side->revisions->len - 1)->token : "");
}

/* Finds what is common, and the rest. */
static gboolean
fill (WbProjectFork  *self,
      Side           *mine,
      Side           *theirs,
      Side           *base,
      GError        **error)
{
  Parting parting = { count_common (mine, theirs), count_common (theirs, mine) };

  if (base == NULL && !check_related (mine, theirs, &parting, error))
    return FALSE;
  self->my_revisions = load_since (mine, parting.mine, error);
  self->their_revisions = self->my_revisions != NULL ? load_since (theirs, parting.theirs, error) : NULL;
  if (self->their_revisions == NULL)
    return FALSE;
  self->my_token = dup_newest (mine);
  self->their_token = dup_newest (theirs);
  self->their_name = make_name (theirs->path);
  self->mine = g_steal_pointer (&mine->state);
  self->theirs = g_steal_pointer (&theirs->state);
  self->my_answers = g_steal_pointer (&mine->answers);
  self->their_answers = g_steal_pointer (&theirs->answers);
  self->base = base != NULL ? g_steal_pointer (&base->state) : load_base (mine, theirs, &parting, error);

  return self->base != NULL;
}

WbProjectFork *
wb_project_fork_read (const char  *mine,
                      const char  *theirs,
                      const char  *base,
                      GError     **error)
{
  g_autoptr (WbProjectFork) self = g_new0 (WbProjectFork, 1);
  g_auto (Side) my_side = { 0 };
  g_auto (Side) their_side = { 0 };
  g_auto (Side) base_side = { 0 };

  g_return_val_if_fail (mine != NULL && theirs != NULL, NULL);

  if (!check_files (mine, theirs, error) || !read_side (&my_side, mine, error) || !read_side (&their_side, theirs, error)
      || !check_guide (&my_side, &their_side, error))
    return NULL;
  if (base != NULL && (!read_side (&base_side, base, error) || !check_guide (&my_side, &base_side, error)))
    return NULL;

  return fill (self, &my_side, &their_side, base != NULL ? &base_side : NULL, error) ? g_steal_pointer (&self) : NULL;
}

void
wb_project_fork_mark (WbProjectFork  *self,
                      WbProjectState *result)
{
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;

  g_return_if_fail (self != NULL && result != NULL);

  if (self->their_revisions->len == 0 || *self->their_token == '\0' || strlen (self->their_token) > MAX_TOKEN)
    return;
  key = g_strconcat (WB_STATE_MERGED, self->their_token, NULL);
  value = g_strdup_printf ("%u\t%s", self->their_revisions->len, self->their_name);
  wb_project_state_set (result, WB_EDIT_FACT, key, "", "", value);
}

/* Whether @edit, out of a history, touches @place, which may be a whole row, slide or person. */
static gboolean
touches (const WbEdit *edit,
         const WbEdit *place)
{
  gboolean answers = place->target == WB_EDIT_ROW || place->target == WB_EDIT_CELL;

  if (!g_str_equal (edit->field, place->field))
    return FALSE;
  if (answers != (edit->target == WB_EDIT_ROW || edit->target == WB_EDIT_CELL))
    return FALSE;
  if (*place->row != '\0' && !g_str_equal (edit->row, place->row))
    return FALSE;

  return *place->column == '\0' || *edit->column == '\0' || g_str_equal (edit->column, place->column);
}

char *
wb_project_fork_begin (const char  *mine,
                       const char  *output,
                       GError     **error)
{
  g_auto (Side) side = { .path = mine };
  g_autofree char *unfinished = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (mine != NULL && output != NULL, NULL);

  if (g_file_test (output, G_FILE_TEST_EXISTS) || g_file_test (output, G_FILE_TEST_IS_SYMLINK))
    {
      wb_file_set_error (output, EEXIST, error);
      return NULL;
    }
  unfinished = copy_file (&side, error) ? wb_file_make_temporary (output, error) : NULL;
  if (unfinished == NULL)
    return NULL;
  if (!wb_connection_copy (side.copy, unfinished, &failure))
    {
      g_unlink (unfinished);
      wb_file_set_fill_error (output, failure, error);
      return NULL;
    }

  return g_steal_pointer (&unfinished);
}

gint64
wb_project_fork_find_time (GPtrArray    *revisions,
                           const WbEdit *place)
{
  g_return_val_if_fail (revisions != NULL && place != NULL, 0);

  for (guint i = revisions->len; i > 0; i--)
    {
      const WbRevision *revision = g_ptr_array_index (revisions, i - 1);

      for (guint j = 0; j < revision->edits->len; j++)
        if (touches (g_ptr_array_index (revision->edits, j), place))
          return revision->time;
    }

  return 0;
}
