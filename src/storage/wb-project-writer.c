/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-writer.h"

#include "wb-answer-table.h"
#include "wb-attachment-table.h"
#include "wb-meta-table.h"
#include "wb-project-attach.h"
#include "wb-project-history.h"
#include "wb-project-schema.h"
#include "wb-row-table.h"
#include "wb-slide-table.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>

typedef struct
{
  WbChangeType type;
  guint64 group; /* what is done in one go has the same number */

  /* Owned; (nullable) */
  char *first;
  char *second;
  char *third;
  char *value;
  GPtrArray *slides; /* WbSlide */
  WbProjectState *state;
  GPtrArray *sources; /* WbAttachmentSource */
  guint64 ticket;     /* ATTACH; UNDO, REDO: of the last ATTACH whose outcome was known then */
} Change;

/* Somebody waits for the queue to be worked off. Lives on the waiting thread's stack. */
typedef struct
{
  GMutex lock;
  GCond cond;
  gboolean done;
  guint64 written;
  GError *error;
} Flush;

/* One of @changes and @flush is set; none: the thread ends. */
typedef struct
{
  GPtrArray *changes;
  Flush *flush;
} Message;

struct _WbProjectWriter
{
  GThread *thread;
  GAsyncQueue *queue; /* Message */
  GPtrArray *open;    /* Change: the group that has not ended */
  guint64 group;      /* its number */
  guint64 ticket;     /* the last one given out */
  guint64 told;       /* the last one whose outcome is known */
  WbWriterReport report;
  WbWriterNews news;
  gpointer user_data;

  /* Only accessed on the writer's thread */
  struct
  {
    WbConnection *connection;
    WbProjectHistory *history;
    GPtrArray *backlog; /* Change: not in the file yet */
    guint64 written;
    guint64 failed; /* the last ticket of what could not be attached */
    dev_t device;
    ino_t inode;
  } worker;
};

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->first);
  g_free (change->second);
  g_free (change->third);
  g_free (change->value);
  g_clear_pointer (&change->slides, g_ptr_array_unref);
  g_clear_pointer (&change->state, wb_project_state_free);
  g_clear_pointer (&change->sources, g_ptr_array_unref);
  g_free (change);
}

static void
message_free (gpointer data)
{
  Message *message = data;

  g_clear_pointer (&message->changes, g_ptr_array_unref);
  g_free (message);
}

/* SQLite would go on writing to a file that has been deleted or moved away. */
static gboolean
check_place (WbProjectWriter  *self,
             GError          **error)
{
  const char *path = wb_connection_get_path (self->worker.connection);
  g_autofree char *name = g_filename_display_basename (path);
  struct stat status;

  if (stat (path, &status) < 0)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND,
                   _("“%s” is no longer where it was, so the last changes are only in this window: put the file back, or keep the window open."), name);
      return FALSE;
    }
  if (status.st_dev == self->worker.device && status.st_ino == self->worker.inode)
    return TRUE;
  g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND,
               _("“%s” was replaced by another file, so the last changes are only in this window; the other file was left untouched."), name);

  return FALSE;
}

static gboolean
sort_rows (WbConnection  *connection,
           const Change  *change,
           GError       **error)
{
  g_auto (GStrv) rows = g_strsplit (change->value, WB_ROW_SEPARATOR, -1);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; rows[i] != NULL; i++)
    g_ptr_array_add (ids, rows[i]);

  return wb_row_table_sort (connection, change->first, ids, error);
}

static gboolean
apply_change (WbConnection  *connection,
              const Change  *change,
              GError       **error)
{
  switch (change->type)
    {
    case WB_CHANGE_PURGE:
      return wb_attachment_table_purge (connection, error);
    case WB_CHANGE_MARK:
    case WB_CHANGE_META:
      return wb_meta_table_set (connection, change->first, change->value, error);
    case WB_CHANGE_CELL:
      return wb_answer_table_set (connection, change->first, change->second, change->third,
                                  change->value, error);
    case WB_CHANGE_ADD_ROW:
      return wb_row_table_add (connection, change->first, change->second, error);
    case WB_CHANGE_REMOVE_ROW:
      return wb_row_table_remove (connection, change->first, change->second, error);
    case WB_CHANGE_SORT_ROWS:
      return sort_rows (connection, change, error);
    case WB_CHANGE_SLIDES:
      return wb_slide_table_replace (connection, change->first, change->slides, error);
    case WB_CHANGE_UNDO:
    case WB_CHANGE_REDO:
    case WB_CHANGE_RESTORE:
    case WB_CHANGE_MERGE:
    case WB_CHANGE_ATTACH:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* A part of the backlog that becomes one revision. */
typedef struct
{
  GPtrArray *changes;
  guint start;
  guint end;
} Range;

static gboolean
apply_range (WbConnection  *connection,
             gpointer       user_data,
             GError       **error)
{
  const Range *range = user_data;

  for (guint i = range->start; i < range->end; i++)
    if (!apply_change (connection, g_ptr_array_index (range->changes, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
is_edit (const Change *change)
{
  return change->type >= WB_CHANGE_META && change->type <= WB_CHANGE_SLIDES;
}

/* Where the revision that begins at @start ends. */
static guint
find_end (GPtrArray *changes,
          guint      start)
{
  const Change *first = g_ptr_array_index (changes, start);
  guint end = start + 1;

  while (end < changes->len)
    {
      const Change *next = g_ptr_array_index (changes, end);

      if (!is_edit (next) || next->group != first->group)
        break;
      end++;
    }

  return end;
}

/* One attempt at the backlog. */
typedef struct
{
  WbProjectWriter *writer;
  gint64 now;              /* Unix time in seconds */
  guint64 failed;          /* as in the writer */
  WbProjectEffect *effect; /* (nullable) owned */
} Attempt;

/* Whether @change was to take back, or bring back, what could not be attached meanwhile. It would get hold of the step before. */
static gboolean
is_void (const Attempt *attempt,
         const Change  *change)
{
  return (change->type == WB_CHANGE_UNDO || change->type == WB_CHANGE_REDO) && change->ticket < attempt->failed;
}

static gboolean
take_step (Attempt       *attempt,
           const Change  *change,
           GError       **error)
{
  WbProjectHistory *history = attempt->writer->worker.history;
  GPtrArray *edits = attempt->effect->edits;

  if (is_void (attempt, change))
    {
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
                   _("What was to be attached is not in the project, so nothing was undone or redone; the project is as it was."));
      return FALSE;
    }
  if (change->type == WB_CHANGE_UNDO)
    return wb_project_history_undo (history, attempt->now, edits, error);
  if (change->type == WB_CHANGE_REDO)
    return wb_project_history_redo (history, attempt->now, edits, error);
  if (change->type == WB_CHANGE_MERGE)
    return wb_project_history_merge (history, change->state, change->first, change->second, attempt->now, edits, error);

  return wb_project_history_restore (history, g_ascii_strtoll (change->first, NULL, 10), attempt->now, edits, error);
}

static gboolean
go_through_history (Attempt       *attempt,
                    const Change  *change,
                    GError       **error)
{
  GError *failure = NULL;

  if (attempt->effect == NULL)
    attempt->effect = wb_project_effect_new ();
  attempt->effect->n_steps++;
  if (take_step (attempt, change, &failure))
    return TRUE;

  /* A history that says nothing sensible will not get better by trying again, and must not keep the answers out. */
  if (g_error_matches (failure, WB_ERROR, WB_ERROR_NOT_FOUND) || g_error_matches (failure, WB_ERROR, WB_ERROR_CORRUPT)
      || g_error_matches (failure, WB_ERROR, WB_ERROR_INVALID))
    {
      g_clear_error (&attempt->effect->error);
      attempt->effect->error = failure;
      return TRUE;
    }
  g_propagate_error (error, failure);

  return FALSE;
}

static gboolean
attach (Attempt       *attempt,
        const Change  *change,
        GError       **error)
{
  WbAttachOutcome *outcome = wb_attach_outcome_new (change->ticket, change->first, NULL);

  if (attempt->effect == NULL)
    attempt->effect = wb_project_effect_new ();
  g_ptr_array_add (attempt->effect->outcomes, outcome);

  if (!wb_project_attach (attempt->writer->worker.connection, attempt->writer->worker.history, change->sources, attempt->now, outcome,
                          error))
    return FALSE;
  if (outcome->error != NULL)
    attempt->failed = change->ticket;

  return TRUE;
}

static gboolean
apply_backlog (WbConnection  *connection,
               gpointer       user_data,
               GError       **error)
{
  Attempt *attempt = user_data;
  GPtrArray *backlog = attempt->writer->worker.backlog;
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, attempt->now);
  gboolean done = TRUE;

  for (guint i = 0; done && i < backlog->len; i++)
    {
      const Change *change = g_ptr_array_index (backlog, i);
      Range range = { backlog, i, i + 1 };

      if (change->type == WB_CHANGE_MARK || change->type == WB_CHANGE_PURGE)
        {
          done = apply_change (connection, change, error);
        }
      else if (is_edit (change))
        {
          range.end = find_end (backlog, i);
          done = wb_project_history_record (attempt->writer->worker.history, attempt->now, apply_range, &range, error);
          i = range.end - 1;
        }
      else if (change->type == WB_CHANGE_ATTACH)
        {
          done = attach (attempt, change, error);
        }
      else
        {
          done = go_through_history (attempt, change, error);
        }
    }
  if (!done || !wb_meta_table_set (connection, WB_PROJECT_LAST_SAVED, now, error))
    return FALSE;

  return attempt->effect == NULL || wb_project_effect_read (attempt->effect, connection, error);
}

/* Gives the disk back what was taken out. It was overwritten already, so that it does not matter where it cannot be done. What SQLite
 * needs for that stays in memory: nothing of a project lies about in other places. */
static void
shrink (WbProjectWriter *self)
{
  sqlite3 *handle = wb_connection_get_handle (self->worker.connection);
  g_autoptr (GError) error = NULL;
  int limit = sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, 1);

  if (!wb_connection_run (self->worker.connection, "PRAGMA temp_store = MEMORY; VACUUM", &error))
    g_debug ("%s", error->message);
  sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, limit);
}

static gboolean
holds_purge (GPtrArray *backlog)
{
  for (guint i = 0; i < backlog->len; i++)
    if (((const Change *) g_ptr_array_index (backlog, i))->type == WB_CHANGE_PURGE)
      return TRUE;

  return FALSE;
}

/* All or nothing. */
static gboolean
try_backlog (WbProjectWriter  *self,
             GError          **error)
{
  Attempt attempt = { self, g_get_real_time () / G_USEC_PER_SEC, self->worker.failed, NULL };

  if (!check_place (self, error))
    return FALSE;
  if (self->worker.backlog->len == 0)
    return TRUE;
  if (!wb_connection_transact (self->worker.connection, apply_backlog, &attempt, error))
    {
      wb_project_history_forget (self->worker.history);
      g_clear_pointer (&attempt.effect, wb_project_effect_free);
      return FALSE;
    }
  if (holds_purge (self->worker.backlog))
    shrink (self);
  self->worker.failed = attempt.failed;
  self->worker.written += self->worker.backlog->len;
  g_ptr_array_set_size (self->worker.backlog, 0);
  self->news (wb_project_history_get_undo (self->worker.history) != 0,
              wb_project_history_get_redo (self->worker.history) != 0, attempt.effect, self->user_data);

  return TRUE;
}

/* Files that are to be attached and cannot be, for @failure, must not keep out what was typed after them. FALSE: there were none. */
static gboolean
give_up_files (WbProjectWriter *self,
               const GError    *failure)
{
  GPtrArray *backlog = self->worker.backlog;
  g_autoptr (WbProjectEffect) effect = wb_project_effect_new ();

  for (guint i = 0; i < backlog->len;)
    {
      const Change *change = g_ptr_array_index (backlog, i);

      if (change->type != WB_CHANGE_ATTACH)
        {
          i++;
          continue;
        }
      g_ptr_array_add (effect->outcomes, wb_attach_outcome_new (change->ticket, change->first, g_error_copy (failure)));
      self->worker.failed = change->ticket;
      g_ptr_array_remove_index (backlog, i);
      self->worker.written++;
    }
  if (effect->outcomes->len == 0)
    return FALSE;
  self->news (wb_project_history_get_undo (self->worker.history) != 0,
              wb_project_history_get_redo (self->worker.history) != 0, g_steal_pointer (&effect), self->user_data);

  return TRUE;
}

static gboolean
write_backlog (WbProjectWriter  *self,
               GError          **error)
{
  GError *failure = NULL;

  if (try_backlog (self, &failure))
    return TRUE;
  if (!give_up_files (self, failure))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  g_error_free (failure);

  return self->worker.backlog->len == 0 || try_backlog (self, error);
}

/* Takes @error. */
static void
answer_flush (WbProjectWriter *self,
              Flush           *flush,
              GError          *error)
{
  g_mutex_lock (&flush->lock);
  flush->done = TRUE;
  flush->written = self->worker.written;
  flush->error = error;
  g_cond_signal (&flush->cond);
  g_mutex_unlock (&flush->lock);
}

/* Takes @message: into the backlog, or (TRUE) it is one that ends the batch. */
static gboolean
collect (WbProjectWriter  *self,
         Message          *message,
         Message         **last)
{
  if (message->changes == NULL)
    {
      *last = message;
      return TRUE;
    }
  g_ptr_array_extend_and_steal (self->worker.backlog, g_steal_pointer (&message->changes));
  message_free (message);

  return FALSE;
}

/* Waits for a message, and takes along what else has queued. (nullable) the flush or end among it */
static Message *
take_batch (WbProjectWriter *self)
{
  Message *message = g_async_queue_pop (self->queue);
  Message *last = NULL;

  while (message != NULL && !collect (self, message, &last))
    message = g_async_queue_try_pop (self->queue);

  return last;
}

static gboolean
work_off_batch (WbProjectWriter *self)
{
  Message *last = take_batch (self);
  GError *error = NULL;
  gboolean go_on = TRUE;

  /* The end comes after a flush; whatever is left has failed already. */
  if (last != NULL && last->flush == NULL)
    go_on = FALSE;
  else
    write_backlog (self, &error);

  if (last != NULL && last->flush != NULL)
    answer_flush (self, last->flush, g_steal_pointer (&error));
  else if (go_on)
    self->report (self->worker.written, error, self->user_data);
  g_clear_error (&error);
  g_clear_pointer (&last, message_free);

  return go_on;
}

static gpointer
run (gpointer data)
{
  WbProjectWriter *self = data;

  while (work_off_batch (self))
    ;
  g_clear_pointer (&self->worker.history, wb_project_history_free);
  g_clear_pointer (&self->worker.connection, wb_connection_free);

  return NULL;
}

WbProjectWriter *
wb_project_writer_new (WbConnection     *connection,
                       WbProjectHistory *history,
                       WbWriterReport    report,
                       WbWriterNews      news,
                       gpointer          user_data)
{
  WbProjectWriter *self;
  struct stat status = { 0 };

  g_return_val_if_fail (connection != NULL && history != NULL, NULL);
  g_return_val_if_fail (report != NULL && news != NULL, NULL);

  if (stat (wb_connection_get_path (connection), &status) < 0)
    g_debug ("%s: %s", wb_connection_get_path (connection), g_strerror (errno));
  self = g_new0 (WbProjectWriter, 1);
  self->report = report;
  self->news = news;
  self->user_data = user_data;
  self->queue = g_async_queue_new_full (message_free);
  self->open = g_ptr_array_new_with_free_func (change_free);
  self->worker.connection = connection;
  self->worker.history = history;
  self->worker.backlog = g_ptr_array_new_with_free_func (change_free);
  self->worker.device = status.st_dev;
  self->worker.inode = status.st_ino;
  self->thread = g_thread_new ("project-writer", run, self);

  return self;
}

static void
push_message (WbProjectWriter *self,
              GPtrArray       *changes,
              Flush           *flush)
{
  Message *message = g_new0 (Message, 1);

  message->changes = changes;
  message->flush = flush;
  g_async_queue_push (self->queue, message);
}

void
wb_project_writer_free (WbProjectWriter *self)
{
  if (self == NULL)
    return;

  push_message (self, NULL, NULL);
  g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  g_ptr_array_unref (self->open);
  g_ptr_array_unref (self->worker.backlog);
  g_free (self);
}

void
wb_project_writer_push (WbProjectWriter *self,
                        WbChangeType     type,
                        const char      *first,
                        const char      *second,
                        const char      *third,
                        const char      *value)
{
  Change *change;

  g_return_if_fail (self != NULL);

  change = g_new0 (Change, 1);
  change->type = type;
  change->group = self->group;
  change->first = g_strdup (first);
  change->second = g_strdup (second);
  change->third = g_strdup (third);
  change->value = g_strdup (value);
  change->ticket = self->told;
  g_ptr_array_add (self->open, change);
}

void
wb_project_writer_push_slides (WbProjectWriter *self,
                               const char      *deck,
                               GPtrArray       *slides)
{
  Change *change;

  g_return_if_fail (self != NULL);
  g_return_if_fail (deck != NULL && slides != NULL);

  change = g_new0 (Change, 1);
  change->type = WB_CHANGE_SLIDES;
  change->group = self->group;
  change->first = g_strdup (deck);
  change->slides = g_ptr_array_ref (slides);
  g_ptr_array_add (self->open, change);
}

void
wb_project_writer_push_merge (WbProjectWriter *self,
                              WbProjectState  *state,
                              const char      *token,
                              const char      *other)
{
  Change *change;

  g_return_if_fail (self != NULL);
  g_return_if_fail (state != NULL && token != NULL);

  change = g_new0 (Change, 1);
  change->type = WB_CHANGE_MERGE;
  change->group = self->group;
  change->first = g_strdup (token);
  change->second = g_strdup (other);
  change->state = state;
  g_ptr_array_add (self->open, change);
}

guint64
wb_project_writer_push_attach (WbProjectWriter *self,
                               const char      *field,
                               GPtrArray       *sources)
{
  Change *change;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (field != NULL && sources != NULL, 0);

  change = g_new0 (Change, 1);
  change->type = WB_CHANGE_ATTACH;
  change->group = self->group;
  change->first = g_strdup (field);
  change->sources = g_ptr_array_ref (sources);
  change->ticket = ++self->ticket;
  g_ptr_array_add (self->open, change);

  return change->ticket;
}

void
wb_project_writer_note_outcome (WbProjectWriter *self,
                                guint64          ticket)
{
  g_return_if_fail (self != NULL);

  self->told = MAX (self->told, ticket);
}

void
wb_project_writer_end_group (WbProjectWriter *self)
{
  g_return_if_fail (self != NULL);

  if (self->open->len == 0)
    return;
  push_message (self, g_steal_pointer (&self->open), NULL);
  self->open = g_ptr_array_new_with_free_func (change_free);
  self->group++;
}

gboolean
wb_project_writer_flush (WbProjectWriter  *self,
                         guint64          *written,
                         GError          **error)
{
  Flush flush = { 0 };

  g_return_val_if_fail (self != NULL, FALSE);

  wb_project_writer_end_group (self);
  g_mutex_init (&flush.lock);
  g_cond_init (&flush.cond);
  push_message (self, NULL, &flush);
  g_mutex_lock (&flush.lock);
  while (!flush.done)
    g_cond_wait (&flush.cond, &flush.lock);
  g_mutex_unlock (&flush.lock);
  g_cond_clear (&flush.cond);
  g_mutex_clear (&flush.lock);

  *written = flush.written;
  if (flush.error == NULL)
    return TRUE;
  g_propagate_error (error, flush.error);

  return FALSE;
}
