/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-file-private.h"

#include "wb-project-schema.h"

/* What the writer's thread has to tell, and how the file follows on the main thread. */

/* One report on its way to the main context. */
typedef struct
{
  WbProjectLink *link;
  guint64 written;
  GError *error; /* (nullable) */
} Report;

/* News of the history on their way there. */
typedef struct
{
  WbProjectLink *link;
  gboolean can_undo;
  gboolean can_redo;
  WbProjectEffect *effect; /* (nullable) */
} News;

WbProjectLink *
wb_project_link_new (WbProjectFile *file)
{
  WbProjectLink *link = g_new0 (WbProjectLink, 1);

  g_atomic_ref_count_init (&link->ref_count);
  link->file = file;
  link->context = g_main_context_ref_thread_default ();

  return link;
}

void
wb_project_link_unref (WbProjectLink *link)
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

  wb_project_link_unref (report->link);
  g_clear_error (&report->error);
  g_free (report);
}

void
wb_project_file_set_saving (WbProjectFile *self,
                            gboolean       saving)
{
  if (self->saving == saving)
    return;
  self->saving = saving;
  g_object_notify (G_OBJECT (self), "saving");
}

void
wb_project_file_note_written (WbProjectFile *self,
                              guint64        written)
{
  if (written <= self->written)
    return;
  self->written = written;
  g_clear_pointer (&self->last_saved, g_date_time_unref);
  self->last_saved = g_date_time_new_now_local ();
  if (self->written < self->queued)
    return;
  wb_project_file_set_saving (self, FALSE);
  g_signal_emit_by_name (self, "saved");
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
      wb_project_file_note_written (self, report->written);
      return G_SOURCE_REMOVE;
    }
  wb_project_file_set_saving (self, FALSE);
  g_signal_emit_by_name (self, "save-failed", report->error);

  return G_SOURCE_REMOVE;
}

static void
news_free (gpointer data)
{
  News *news = data;

  wb_project_link_unref (news->link);
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
    g_object_notify (G_OBJECT (self), "can-undo");
  if (redo_changed)
    g_object_notify (G_OBJECT (self), "can-redo");
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
        g_object_notify (G_OBJECT (self), "title");
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
      g_signal_emit_by_name (self, "slides-changed", deck);
    }
}

static void
follow (WbProjectFile   *self,
        WbProjectEffect *effect)
{
  self->following = TRUE;
  for (guint i = 0; i < effect->outcomes->len; i++)
    wb_project_file_follow_attach (self, g_ptr_array_index (effect->outcomes, i), effect->rows);
  wb_project_effect_apply (effect, self->answers, self->newer);
  follow_facts (self, effect->edits);
  follow_slides (self, effect);
  self->following = FALSE;
  self->n_steps -= MIN (effect->n_steps, self->n_steps);
  if (self->n_steps == 0)
    g_hash_table_remove_all (self->newer);
  for (guint i = 0; i < effect->outcomes->len; i++)
    wb_project_file_tell_attach (self, g_ptr_array_index (effect->outcomes, i));
  if (effect->error != NULL)
    g_signal_emit_by_name (self, "step-failed", effect->error);
  else if (effect->edits->len > 0)
    g_signal_emit_by_name (self, "step-taken", ((const WbEdit *) g_ptr_array_index (effect->edits, 0))->field);
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
attach (WbProjectLink  *link,
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
void
wb_project_link_send_report (guint64       written,
                             const GError *error,
                             gpointer      user_data)
{
  WbProjectLink *link = user_data;
  Report *report = g_new0 (Report, 1);

  g_atomic_ref_count_inc (&link->ref_count);
  report->link = link;
  report->written = written;
  report->error = error != NULL ? g_error_copy (error) : NULL;
  attach (link, report_cb, report, report_free);
}

/* On the writer's thread. */
void
wb_project_link_send_news (gboolean         can_undo,
                           gboolean         can_redo,
                           WbProjectEffect *effect,
                           gpointer         user_data)
{
  WbProjectLink *link = user_data;
  News *news = g_new0 (News, 1);

  g_atomic_ref_count_inc (&link->ref_count);
  news->link = link;
  news->can_undo = can_undo;
  news->can_redo = can_redo;
  news->effect = effect;
  attach (link, news_cb, news, news_free);
}
