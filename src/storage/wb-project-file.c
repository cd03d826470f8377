/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-file.h"

#include "wb-answer-table.h"
#include "wb-file-lock.h"
#include "wb-file.h"
#include "wb-lock-holder.h"
#include "wb-meta-table.h"
#include "wb-project-id.h"
#include "wb-project-schema.h"
#include "wb-project-writer.h"
#include "wb-row-table.h"
#include "wb-slide-table.h"
#include "wb-town-meta.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* The last second of the year 9999, the latest GDateTime knows. */
#define MAX_TIME G_GINT64_CONSTANT (253402300799)

/* How the writer's thread finds the object. The pointer is read and cleared on the main thread only. */
typedef struct
{
  gatomicrefcount ref_count;
  WbProjectFile *file; /* (nullable) borrowed */
  GMainContext *context;
} Link;

/* One report on its way to the main context. */
typedef struct
{
  Link *link;
  guint64 written;
  GError *error; /* (nullable) */
} Report;

/* News of the history on their way there. */
typedef struct
{
  Link *link;
  gboolean can_undo;
  gboolean can_redo;
  WbProjectEffect *effect; /* (nullable) */
} News;

struct _WbProjectFile
{
  GObject parent_instance;

  gboolean saving;
  guint64 queued;  /* changes handed to the writer */
  guint64 written; /* of which are in the file, as far as the main thread knows */
  guint n_steps;   /* back or forth in the history, whose effect is not known yet */
  gboolean following; /* the answers are being brought up to date */
  gboolean can_undo;
  gboolean can_redo;

  /* Owned */
  char *path;
  char *read_only_reason;  /* (nullable) */
  GHashTable *meta;        /* what table "meta" holds */
  WbMunicipality *town;    /* (nullable) */
  WbAnswers *answers;
  GHashTable *decks;       /* name of a deck → GPtrArray of WbSlide, never changed once it is in here */
  GDateTime *last_saved;   /* (nullable) */
  WbConnection *connection; /* (nullable) while opening, then the writer's */
  WbProjectHistory *history; /* the same */
  GHashTable *newer;       /* cells that were changed while a step was on its way */
  GSource *group_end;      /* (nullable) */
  WbFileLock *lock;        /* (nullable) freed after the connection */
  WbProjectWriter *writer; /* (nullable) NULL when read-only or closed */
  Link *link;
};

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

static void
link_unref (Link *link)
{
  if (!g_atomic_ref_count_dec (&link->ref_count))
    return;
  g_main_context_unref (link->context);
  g_free (link);
}

static void
report_free (gpointer data)
{
  Report *report = data;

  link_unref (report->link);
  g_clear_error (&report->error);
  g_free (report);
}

static void
set_saving (WbProjectFile *self,
            gboolean       saving)
{
  if (self->saving == saving)
    return;
  self->saving = saving;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);
}

static void
note_written (WbProjectFile *self,
              guint64        written)
{
  if (written <= self->written)
    return;
  self->written = written;
  g_clear_pointer (&self->last_saved, g_date_time_unref);
  self->last_saved = g_date_time_new_now_local ();
  if (self->written < self->queued)
    return;
  set_saving (self, FALSE);
  g_signal_emit (self, signals[SAVED], 0);
}

static gboolean
report_cb (gpointer data)
{
  Report *report = data;
  g_autoptr (WbProjectFile) self = NULL;

  if (report->link->file == NULL)
    return G_SOURCE_REMOVE;
  self = g_object_ref (report->link->file);
  if (report->error == NULL)
    {
      note_written (self, report->written);
      return G_SOURCE_REMOVE;
    }
  set_saving (self, FALSE);
  g_signal_emit (self, signals[SAVE_FAILED], 0, report->error);

  return G_SOURCE_REMOVE;
}

static void
news_free (gpointer data)
{
  News *news = data;

  link_unref (news->link);
  g_clear_pointer (&news->effect, wb_project_effect_free);
  g_free (news);
}

static void
set_possible (WbProjectFile *self,
              gboolean       can_undo,
              gboolean       can_redo)
{
  gboolean undo_changed = self->can_undo != can_undo;
  gboolean redo_changed = self->can_redo != can_redo;

  self->can_undo = can_undo;
  self->can_redo = can_redo;
  if (undo_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  if (redo_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
}

static void
follow_facts (WbProjectFile *self,
              GPtrArray     *edits)
{
  for (guint i = 0; i < edits->len; i++)
    {
      const WbEdit *edit = g_ptr_array_index (edits, i);

      if (edit->target != WB_EDIT_FACT)
        continue;
      g_hash_table_replace (self->meta, g_strdup (edit->field), g_strdup (edit->after));
      if (g_str_equal (edit->field, WB_PROJECT_TITLE))
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
    }
}

static void
follow_slides (WbProjectFile   *self,
               WbProjectEffect *effect)
{
  g_autoptr (GHashTable) decks = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer deck;

  for (guint i = 0; i < effect->edits->len; i++)
    {
      const WbEdit *edit = g_ptr_array_index (effect->edits, i);

      if (edit->target == WB_EDIT_SLIDE)
        g_hash_table_add (decks, edit->field);
    }
  g_hash_table_iter_init (&iter, decks);
  while (g_hash_table_iter_next (&iter, &deck, NULL))
    {
      GPtrArray *slides = g_hash_table_lookup (effect->decks, deck);

      g_hash_table_replace (self->decks, g_strdup (deck), slides != NULL ? g_ptr_array_ref (slides) : wb_slide_list_new ());
      g_signal_emit (self, signals[SLIDES_CHANGED], 0, deck);
    }
}

static void
follow (WbProjectFile   *self,
        WbProjectEffect *effect)
{
  self->following = TRUE;
  wb_project_effect_apply (effect, self->answers, self->newer);
  follow_facts (self, effect->edits);
  follow_slides (self, effect);
  self->following = FALSE;
  self->n_steps -= MIN (effect->n_steps, self->n_steps);
  if (self->n_steps == 0)
    g_hash_table_remove_all (self->newer);
  if (effect->error != NULL)
    g_signal_emit (self, signals[STEP_FAILED], 0, effect->error);
  else if (effect->edits->len > 0)
    g_signal_emit (self, signals[STEP_TAKEN], 0, ((const WbEdit *) g_ptr_array_index (effect->edits, 0))->field);
}

static gboolean
news_cb (gpointer data)
{
  News *news = data;
  g_autoptr (WbProjectFile) self = NULL;

  if (news->link->file == NULL)
    return G_SOURCE_REMOVE;
  self = g_object_ref (news->link->file);
  if (news->effect != NULL)
    follow (self, news->effect);
  set_possible (self, news->can_undo, news->can_redo);

  return G_SOURCE_REMOVE;
}

/* Never g_main_context_invoke(), which may run the function right here, on the writer's thread. */
static void
attach (Link           *link,
        GSourceFunc     func,
        gpointer        data,
        GDestroyNotify  destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, destroy);
  g_source_attach (source, link->context);
}

/* On the writer's thread. */
static void
send_report (guint64       written,
             const GError *error,
             gpointer      user_data)
{
  Link *link = user_data;
  Report *report = g_new0 (Report, 1);

  g_atomic_ref_count_inc (&link->ref_count);
  report->link = link;
  report->written = written;
  report->error = error != NULL ? g_error_copy (error) : NULL;
  attach (link, report_cb, report, report_free);
}

/* On the writer's thread. */
static void
send_news (gboolean         can_undo,
           gboolean         can_redo,
           WbProjectEffect *effect,
           gpointer         user_data)
{
  Link *link = user_data;
  News *news = g_new0 (News, 1);

  g_atomic_ref_count_inc (&link->ref_count);
  news->link = link;
  news->can_undo = can_undo;
  news->can_redo = can_redo;
  news->effect = effect;
  attach (link, news_cb, news, news_free);
}

static gboolean
group_end_cb (gpointer data)
{
  WbProjectFile *self = data;

  g_clear_pointer (&self->group_end, g_source_unref);
  if (self->writer != NULL)
    wb_project_writer_end_group (self->writer);

  return G_SOURCE_REMOVE;
}

/* What comes after this run of the main loop is another thing that was done. */
static void
end_group_soon (WbProjectFile *self)
{
  if (self->group_end != NULL)
    return;
  self->group_end = g_idle_source_new ();
  g_source_set_priority (self->group_end, G_PRIORITY_HIGH);
  g_source_set_callback (self->group_end, group_end_cb, self, NULL);
  g_source_attach (self->group_end, self->link->context);
}

static void
push (WbProjectFile *self,
      WbChangeType   type,
      const char    *first,
      const char    *second,
      const char    *third,
      const char    *value)
{
  if (self->writer == NULL || self->following)
    return;
  self->queued++;
  end_group_soon (self);
  wb_project_writer_push (self->writer, type, first, second, third, value);
  set_saving (self, TRUE);
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
  push (self, WB_CHANGE_CELL, field, row, column, value);
}

static void
row_added_cb (WbProjectFile *self,
              const char    *field,
              const char    *row,
              guint          position)
{
  push (self, WB_CHANGE_ADD_ROW, field, row, NULL, NULL);
}

static void
row_removed_cb (WbProjectFile *self,
                const char    *field,
                const char    *row)
{
  push (self, WB_CHANGE_REMOVE_ROW, field, row, NULL, NULL);
}

/* @type: WB_CHANGE_META, or WB_CHANGE_MARK. */
static void
set_meta (WbProjectFile *self,
          WbChangeType   type,
          const char    *key,
          const char    *value)
{
  g_hash_table_replace (self->meta, g_strdup (key), g_strdup (value != NULL ? value : ""));
  push (self, type, key, NULL, NULL, value);
}

/* (nullable) */
static const char *
get_meta_or_null (WbProjectFile *self,
                  const char    *key)
{
  const char *value = wb_project_file_get_fact (self, key);

  return *value != '\0' ? value : NULL;
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
  g_clear_object (&self->town);
  g_object_unref (self->answers);
  g_hash_table_unref (self->decks);
  g_clear_pointer (&self->last_saved, g_date_time_unref);
  link_unref (self->link);

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
  self->newer = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->link = g_new0 (Link, 1);
  g_atomic_ref_count_init (&self->link->ref_count);
  self->link->file = self;
  self->link->context = g_main_context_ref_thread_default ();
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
                                        send_report, send_news, self->link);
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
  if (!connect_file (self, error) || !check_version (self, error) || !load (self, error))
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
  note_written (self, written);
  if (!done)
    set_saving (self, FALSE);

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
  push (self, type, id, NULL, NULL, NULL);
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
                       const char     *token)
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
  end_group_soon (self);
  wb_project_writer_push_merge (self->writer, state, token);
  set_saving (self, TRUE);
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
  set_meta (self, WB_CHANGE_META, WB_PROJECT_TITLE, title);
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

const char *
wb_project_file_get_fact (WbProjectFile *self,
                          const char    *key)
{
  const char *value;

  g_return_val_if_fail (WB_IS_PROJECT_FILE (self), "");

  value = g_hash_table_lookup (self->meta, key);

  return value != NULL ? value : "";
}

void
wb_project_file_set_fact (WbProjectFile *self,
                          const char    *key,
                          const char    *value)
{
  g_return_if_fail (WB_IS_PROJECT_FILE (self));

  if (self->writer != NULL && !g_str_equal (wb_project_file_get_fact (self, key), value))
    set_meta (self, WB_CHANGE_META, key, value);
}

const char *
wb_project_file_get_guide_id (WbProjectFile *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_FILE (self), NULL);

  return wb_project_file_get_fact (self, WB_PROJECT_GUIDE_ID);
}

const char *
wb_project_file_get_guide_title (WbProjectFile *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_FILE (self), NULL);

  return wb_project_file_get_fact (self, WB_PROJECT_GUIDE_TITLE);
}

const char *
wb_project_file_get_guide_json (WbProjectFile *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_FILE (self), NULL);

  return wb_project_file_get_fact (self, WB_PROJECT_GUIDE_JSON);
}

const char *
wb_project_file_get_use_case (WbProjectFile *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_FILE (self), NULL);

  return get_meta_or_null (self, WB_PROJECT_USE_CASE);
}

WbMunicipality *
wb_project_file_get_town (WbProjectFile *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_FILE (self), NULL);

  return self->town;
}

const char *
wb_project_file_get_current_step (WbProjectFile *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_FILE (self), NULL);

  return get_meta_or_null (self, WB_PROJECT_CURRENT_STEP);
}

void
wb_project_file_set_current_step (WbProjectFile *self,
                                  const char    *step)
{
  g_return_if_fail (WB_IS_PROJECT_FILE (self));

  if (self->writer == NULL || g_strcmp0 (get_meta_or_null (self, WB_PROJECT_CURRENT_STEP), step) == 0)
    return;
  set_meta (self, WB_CHANGE_MARK, WB_PROJECT_CURRENT_STEP, step);
}

static GPtrArray *
copy_slides (GPtrArray *slides)
{
  GPtrArray *copy = wb_slide_list_new ();

  for (guint i = 0; slides != NULL && i < MIN (slides->len, WB_DECK_MAX_SLIDES); i++)
    g_ptr_array_add (copy, wb_slide_copy (g_ptr_array_index (slides, i)));

  return copy;
}

GPtrArray *
wb_project_file_get_slides (WbProjectFile *self,
                            const char    *deck)
{
  g_return_val_if_fail (WB_IS_PROJECT_FILE (self), NULL);
  g_return_val_if_fail (deck != NULL, NULL);

  return copy_slides (g_hash_table_lookup (self->decks, deck));
}

void
wb_project_file_set_slides (WbProjectFile *self,
                            const char    *deck,
                            GPtrArray     *slides)
{
  GPtrArray *copy;

  g_return_if_fail (WB_IS_PROJECT_FILE (self));
  g_return_if_fail (deck != NULL && slides != NULL);

  if (self->writer == NULL)
    return;
  copy = copy_slides (slides);
  g_hash_table_replace (self->decks, g_strdup (deck), copy);
  self->queued++;
  end_group_soon (self);
  wb_project_writer_push_slides (self->writer, deck, copy);
  set_saving (self, TRUE);
  g_signal_emit (self, signals[SLIDES_CHANGED], 0, deck);
}

GDateTime *
wb_project_file_get_last_saved (WbProjectFile *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_FILE (self), NULL);

  return self->last_saved;
}
