/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-file-private.h"

#include "wb-project-schema.h"

void
wb_project_file_set_meta (WbProjectFile *self,
                          WbChangeType   type,
                          const char    *key,
                          const char    *value)
{
  g_hash_table_replace (self->meta, g_strdup (key), g_strdup (value != NULL ? value : ""));
  wb_project_file_push (self, type, key, NULL, NULL, value);
}

/* (nullable) */
static const char *
get_meta_or_null (WbProjectFile *self,
                  const char    *key)
{
  const char *value = wb_project_file_get_fact (self, key);

  return *value != '\0' ? value : NULL;
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
    wb_project_file_set_meta (self, WB_CHANGE_META, key, value);
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
  wb_project_file_set_meta (self, WB_CHANGE_MARK, WB_PROJECT_CURRENT_STEP, step);
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
  wb_project_file_end_group_soon (self);
  wb_project_writer_push_slides (self->writer, deck, copy);
  wb_project_file_set_saving (self, TRUE);
  g_signal_emit_by_name (self, "slides-changed", deck);
}

GDateTime *
wb_project_file_get_last_saved (WbProjectFile *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_FILE (self), NULL);

  return self->last_saved;
}
