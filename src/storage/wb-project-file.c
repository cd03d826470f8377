/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-file-private.h"

#include "wb-answer-table.h"
#include "wb-file.h"
#include "wb-lock-holder.h"
#include "wb-meta-table.h"
#include "wb-project-id.h"
#include "wb-project-schema.h"
#include "wb-row-table.h"
#include "wb-slide-table.h"
#include "wb-town-meta.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* The last second of the year 9999, the latest GDateTime knows. */
#define MAX_TIME G_GINT64_CONSTANT (253402300799)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_READ_ONLY,
  PROP_SAVING,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  N_PROPS
};

enum
{
  SAVED,
  SAVE_FAILED,
  SLIDES_CHANGED,
  STEP_FAILED,
  STEP_TAKEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbProjectFile, wb_project_file, G_TYPE_OBJECT)

static gboolean
group_end_cb (gpointer data)
{
  WbProjectFile *self = data;

  g_clear_pointer (&self->group_end, g_source_unref);
  if (self->writer != NULL)
    wb_project_writer_end_group (self->writer);

  return G_SOURCE_REMOVE;
}

void
wb_project_file_end_group_soon (WbProjectFile *self)
{
  if (self->group_end != NULL)
    return;
  self->group_end = g_idle_source_new ();
  g_source_set_priority (self->group_end, G_PRIORITY_HIGH);
  g_source_set_callback (self->group_end, group_end_cb, self, NULL);
  g_source_attach (self->group_end, self->link->context);
}

void
wb_project_file_push (WbProjectFile *self,
                      WbChangeType   type,
                      const char    *first,
                      const char    *second,
                      const char    *third,
                      const char    *value)
{
  if (self->writer == NULL || self->following)
    return;
  self->queued++;
  wb_project_file_end_group_soon (self);
  wb_project_writer_push (self->writer, type, first, second, third, value);
  wb_project_file_set_saving (self, TRUE);
}

static void
cell_changed_cb (WbProjectFile *self,
                 const char    *field,
                 const char    *row,
                 const char    *column,
                 const char    *value)
{
  if (self->n_steps > 0 && !self->following)
    g_hash_table_add (self->newer, wb_project_effect_make_key (field, row, column));
  wb_project_file_push (self, WB_CHANGE_CELL, field, row, column, value);
}

/* A row that is not put at the end: which stand in which order now. */
static void
push_order (WbProjectFile *self,
            const char    *field)
{
  g_autofree const char **rows = wb_answers_list_rows (self->answers, field);
  g_autofree char *order = g_strjoinv (WB_ROW_SEPARATOR, (char **) rows);

  wb_project_file_push (self, WB_CHANGE_SORT_ROWS, field, NULL, NULL, order);
}

static void
row_added_cb (WbProjectFile *self,
              const char    *field,
              const char    *row,
              guint          position)
{
  if (self->n_steps > 0 && !self->following)
    g_hash_table_add (self->newer, wb_project_effect_make_order_key (field));
  wb_project_file_push (self, WB_CHANGE_ADD_ROW, field, row, NULL, NULL);
  if (position + 1 < wb_answers_count_rows (self->answers, field))
    push_order (self, field);
}

static void
row_removed_cb (WbProjectFile *self,
                const char    *field,
                const char    *row)
{
  wb_project_file_push (self, WB_CHANGE_REMOVE_ROW, field, row, NULL, NULL);
}

/* The lock goes last, see WbFileLock. */
static void
shut (WbProjectFile *self)
{
  g_signal_handlers_disconnect_by_data (self->answers, self);
  g_clear_pointer (&self->writer, wb_project_writer_free);
  g_clear_pointer (&self->history, wb_project_history_free);
  g_clear_pointer (&self->connection, wb_connection_free);
  g_clear_pointer (&self->lock, wb_file_lock_free);
}

static void
wb_project_file_dispose (GObject *object)
{
  WbProjectFile *self = WB_PROJECT_FILE (object);
  g_autoptr (GError) error = NULL;
  guint64 written;

  self->link->file = NULL;
  if (self->group_end != NULL)
    g_source_destroy (self->group_end);
  g_clear_pointer (&self->group_end, g_source_unref);
  if (self->writer != NULL && !wb_project_writer_flush (self->writer, &written, &error))
    g_message ("Not saved: %s", error->message);
  shut (self);

  G_OBJECT_CLASS (wb_project_file_parent_class)->dispose (object);
}

static void
wb_project_file_finalize (GObject *object)
{
  WbProjectFile *self = WB_PROJECT_FILE (object);

  g_free (self->path);
  g_free (self->read_only_reason);
  g_hash_table_unref (self->meta);
  g_hash_table_unref (self->newer);
  g_hash_table_unref (self->attaching);
  g_clear_object (&self->town);
  g_object_unref (self->answers);
  g_hash_table_unref (self->decks);
  g_clear_pointer (&self->last_saved, g_date_time_unref);
  wb_project_link_unref (self->link);

  G_OBJECT_CLASS (wb_project_file_parent_class)->finalize (object);
}

static void
wb_project_file_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  WbProjectFile *self = WB_PROJECT_FILE (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, wb_project_file_get_title (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, wb_project_file_get_read_only (self));
      break;
    case PROP_SAVING:
      g_value_set_boolean (value, self->saving);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->can_undo);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->can_redo);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
wb_project_file_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (prop_id == PROP_TITLE)
    wb_project_file_set_title (WB_PROJECT_FILE (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
wb_project_file_class_init (WbProjectFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = wb_project_file_dispose;
  object_class->finalize = wb_project_file_finalize;
  object_class->get_property = wb_project_file_get_property;
  object_class->set_property = wb_project_file_set_property;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_READ_ONLY] =
    g_param_spec_boolean ("read-only", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SAVING] =
    g_param_spec_boolean ("saving", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_UNDO] =
    g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_REDO] =
    g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SAVED] = g_signal_new ("saved", WB_TYPE_PROJECT_FILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[SAVE_FAILED] = g_signal_new ("save-failed", WB_TYPE_PROJECT_FILE, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SLIDES_CHANGED] = g_signal_new ("slides-changed", WB_TYPE_PROJECT_FILE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[STEP_FAILED] = g_signal_new ("step-failed", WB_TYPE_PROJECT_FILE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[STEP_TAKEN] = g_signal_new ("step-taken", WB_TYPE_PROJECT_FILE, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
wb_project_file_init (WbProjectFile *self)
{
  self->answers = wb_answers_new ();
  self->meta = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->decks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->attaching = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->newer = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->link = wb_project_link_new (self);
}

static void
set_reason (WbProjectFile *self,
            char          *reason)
{
  if (self->read_only_reason == NULL)
    self->read_only_reason = reason;
  else
    g_free (reason);
}

/* Takes the lock, or finds the reason why the file is only read. */
static void
claim (WbProjectFile *self)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *owner = wb_lock_holder_make (g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *holder = NULL;
  gboolean taken;

  if (!wb_file_is_writable (self->path))
    {
      set_reason (self, g_strdup_printf (_("“%s” or its folder cannot be written, so the project can be read but not changed."), name));
      return;
    }
  self->lock = wb_file_lock_take_as (self->path, owner, &holder, &taken);
  if (taken)
    set_reason (self, wb_lock_holder_to_sentence (name, holder));
}

static gboolean
connect_file (WbProjectFile  *self,
              GError        **error)
{
  WbOpenMode mode = self->read_only_reason != NULL ? WB_OPEN_READ : WB_OPEN_WRITE;

  g_clear_pointer (&self->connection, wb_connection_free);
  self->connection = wb_connection_open (self->path, mode, error);

  return self->connection != NULL && wb_connection_harden (self->connection, error);
}

static gboolean
check_version (WbProjectFile  *self,
               GError        **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  guint version;

  if (!wb_connection_check_format (self->connection, WB_PROJECT_APPLICATION_ID, &version, error))
    return FALSE;
  if (version <= WB_PROJECT_VERSION)
    return self->read_only_reason != NULL || wb_project_schema_upgrade (self->connection, version, error);

  set_reason (self, g_strdup_printf (_("“%s” was written by a newer version of this program, so the project can be read but not changed."), name));

  return connect_file (self, error);
}

static void
read_last_saved (WbProjectFile *self)
{
  gint64 seconds;

  if (g_ascii_string_to_signed (wb_project_file_get_fact (self, WB_PROJECT_LAST_SAVED), 10, 0, MAX_TIME, &seconds, NULL))
    self->last_saved = g_date_time_new_from_unix_local (seconds);
}

static gboolean
load (WbProjectFile  *self,
      GError        **error)
{
  GHashTable *meta, *decks;

  if (!wb_connection_check_integrity (self->connection, error))
    return FALSE;
  meta = wb_meta_table_load (self->connection, error);
  if (meta == NULL)
    return FALSE;
  g_hash_table_unref (self->meta);
  self->meta = meta;
  self->town = wb_town_meta_read (meta);
  read_last_saved (self);
  decks = wb_slide_table_load (self->connection, error);
  if (decks == NULL)
    return FALSE;
  g_hash_table_unref (self->decks);
  self->decks = decks;

  return wb_row_table_load (self->connection, self->answers, error) && wb_answer_table_load (self->connection, self->answers, error);
}

/* One state, whatever is written meanwhile; who may write is alone. */
static gboolean
load_at_once (WbProjectFile  *self,
              GError        **error)
{
  if (self->read_only_reason == NULL)
    return load (self, error);

  return wb_connection_run (self->connection, "BEGIN", error) && load (self, error)
         && wb_connection_run (self->connection, "COMMIT", error);
}

static gboolean
start_writing (WbProjectFile  *self,
               GError        **error)
{
  self->history = wb_project_history_new (self->connection, error);
  if (self->history == NULL)
    return FALSE;
  self->can_undo = wb_project_history_get_undo (self->history) != 0;
  self->can_redo = wb_project_history_get_redo (self->history) != 0;
  self->writer = wb_project_writer_new (g_steal_pointer (&self->connection), g_steal_pointer (&self->history),
                                        wb_project_link_send_report, wb_project_link_send_news, self->link);
  g_signal_connect_swapped (self->answers, "cell-changed", G_CALLBACK (cell_changed_cb), self);
  g_signal_connect_swapped (self->answers, "row-added", G_CALLBACK (row_added_cb), self);
  g_signal_connect_swapped (self->answers, "row-removed", G_CALLBACK (row_removed_cb), self);

  return TRUE;
}

/* @reason: (nullable) why it is only read; NULL: it is written, when that can be. */
static WbProjectFile *
read_file (const char  *path,
           const char  *reason,
           GError     **error)
{
  g_autoptr (WbProjectFile) self = NULL;

  if (!wb_file_check_regular (path, error))
    return NULL;
  self = g_object_new (WB_TYPE_PROJECT_FILE, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  self->read_only_reason = g_strdup (reason);
  if (reason == NULL)
    claim (self);
  if (!connect_file (self, error) || !check_version (self, error) || !load_at_once (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

WbProjectFile *
wb_project_file_open (const char  *path,
                      GError     **error)
{
  g_autoptr (WbProjectFile) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = read_file (path, NULL, error);
  if (self == NULL || self->read_only_reason != NULL)
    return g_steal_pointer (&self);
  if (!wb_project_schema_prepare (self->connection, error) || !wb_project_schema_tidy (self->connection, error))
    return NULL;
  /* Without an id no copies are kept of it; it can be worked on all the same. */
  wb_project_id_ensure (self->connection, NULL);

  return start_writing (self, error) ? g_steal_pointer (&self) : NULL;
}

WbProjectFile *
wb_project_file_look (const char  *path,
                      const char  *reason,
                      GError     **error)
{
  g_return_val_if_fail (path != NULL && reason != NULL, NULL);

  return read_file (path, reason, error);
}

gboolean
wb_project_file_flush (WbProjectFile  *self,
                       GError        **error)
{
  guint64 written;
  gboolean done;

  g_return_val_if_fail (WB_IS_PROJECT_FILE (self), FALSE);

  if (self->writer == NULL)
    return TRUE;
  done = wb_project_writer_flush (self->writer, &written, error);
  wb_project_file_note_written (self, written);
  if (!done)
    wb_project_file_set_saving (self, FALSE);

  return done;
}

gboolean
wb_project_file_close (WbProjectFile  *self,
                       GError        **error)
{
  g_return_val_if_fail (WB_IS_PROJECT_FILE (self), FALSE);

  if (!wb_project_file_flush (self, error))
    return FALSE;
  shut (self);

  return TRUE;
}

static void
take_step (WbProjectFile *self,
           WbChangeType   type,
           const char    *id)
{
  if (self->writer == NULL)
    return;
  wb_project_writer_end_group (self->writer);
  self->n_steps++;
  wb_project_file_push (self, type, id, NULL, NULL, NULL);
}

void
wb_project_file_undo (WbProjectFile *self)
{
  g_return_if_fail (WB_IS_PROJECT_FILE (self));

  take_step (self, WB_CHANGE_UNDO, NULL);
}

void
wb_project_file_redo (WbProjectFile *self)
{
  g_return_if_fail (WB_IS_PROJECT_FILE (self));

  take_step (self, WB_CHANGE_REDO, NULL);
}

void
wb_project_file_restore (WbProjectFile *self,
                         gint64         id)
{
  g_autofree char *text = NULL;

  g_return_if_fail (WB_IS_PROJECT_FILE (self));

  text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  take_step (self, WB_CHANGE_RESTORE, text);
}

void
wb_project_file_merge (WbProjectFile  *self,
                       WbProjectState *state,
                       const char     *token,
                       const char     *other)
{
  g_return_if_fail (WB_IS_PROJECT_FILE (self));
  g_return_if_fail (state != NULL && token != NULL);

  if (self->writer == NULL)
    {
      wb_project_state_free (state);
      return;
    }
  wb_project_writer_end_group (self->writer);
  self->n_steps++;
  self->queued++;
  wb_project_file_end_group_soon (self);
  wb_project_writer_push_merge (self->writer, state, token, other);
  wb_project_file_set_saving (self, TRUE);
}

gboolean
wb_project_file_get_can_undo (WbProjectFile *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_FILE (self), FALSE);

  return self->can_undo;
}

gboolean
wb_project_file_get_can_redo (WbProjectFile *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_FILE (self), FALSE);

  return self->can_redo;
}

const char *
wb_project_file_get_path (WbProjectFile *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_FILE (self), NULL);

  return self->path;
}

const char *
wb_project_file_get_title (WbProjectFile *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_FILE (self), NULL);

  return wb_project_file_get_fact (self, WB_PROJECT_TITLE);
}

void
wb_project_file_set_title (WbProjectFile *self,
                           const char    *title)
{
  g_return_if_fail (WB_IS_PROJECT_FILE (self));

  title = title != NULL ? title : "";
  if (self->writer == NULL || g_str_equal (wb_project_file_get_fact (self, WB_PROJECT_TITLE), title))
    return;
  wb_project_file_set_meta (self, WB_CHANGE_META, WB_PROJECT_TITLE, title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

gboolean
wb_project_file_get_read_only (WbProjectFile *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_FILE (self), TRUE);

  return self->read_only_reason != NULL;
}

const char *
wb_project_file_get_read_only_reason (WbProjectFile *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_FILE (self), NULL);

  return self->read_only_reason;
}

WbAnswers *
wb_project_file_get_answers (WbProjectFile *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_FILE (self), NULL);

  return self->answers;
}
