/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-guide.h"

struct _WbGuide
{
  GObject parent_instance;

  guint version;

  /* Owned */
  char *id;
  char *title;
  char *tasks; /* (nullable) */
  WbCouncil *council; /* (nullable) */
  WbTitles *titles;   /* (nullable) */
  GPtrArray *phases;
  GPtrArray *documents;

  /* Borrowed from the phases */
  GPtrArray *steps;
  GHashTable *fields;
};

G_DEFINE_FINAL_TYPE (WbGuide, wb_guide, G_TYPE_OBJECT)

static void
help_free (gpointer data)
{
  WbHelp *help = data;

  g_free (help->target);
  g_free (help->section);
  g_free (help->label);
  g_free (help);
}

static void
step_free (gpointer data)
{
  WbStep *step = data;

  g_free (step->id);
  g_free (step->title);
  g_free (step->why);
  g_free (step->unless);
  g_clear_pointer (&step->when, wb_condition_unref);
  g_ptr_array_unref (step->help);
  g_ptr_array_unref (step->documents);
  g_ptr_array_unref (step->fields);
  g_free (step);
}

static void
phase_free (gpointer data)
{
  WbPhase *phase = data;

  g_free (phase->id);
  g_free (phase->title);
  g_free (phase->goal);
  g_ptr_array_unref (phase->steps);
  g_free (phase);
}

static void
document_free (gpointer data)
{
  WbGuideDocument *document = data;

  g_free (document->name);
  g_free (document->title);
  g_free (document->entry);
  g_free (document->field);
  g_free (document);
}

static void
wb_guide_finalize (GObject *object)
{
  WbGuide *self = WB_GUIDE (object);

  g_hash_table_unref (self->fields);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->phases);
  g_free (self->tasks);
  g_clear_pointer (&self->council, wb_council_free);
  g_clear_pointer (&self->titles, wb_titles_unref);
  g_ptr_array_unref (self->documents);
  g_free (self->id);
  g_free (self->title);

  G_OBJECT_CLASS (wb_guide_parent_class)->finalize (object);
}

static void
wb_guide_class_init (WbGuideClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_guide_finalize;
}

static void
wb_guide_init (WbGuide *self)
{
  self->phases = g_ptr_array_new_with_free_func (phase_free);
  self->documents = g_ptr_array_new_with_free_func (document_free);
  self->steps = g_ptr_array_new ();
  self->fields = g_hash_table_new (g_str_hash, g_str_equal);
}

WbGuide *
wb_guide_new (const char *id,
              const char *title,
              guint       version)
{
  WbGuide *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (WB_TYPE_GUIDE, NULL);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->version = version;

  return self;
}

const char *
wb_guide_get_id (WbGuide *self)
{
  g_return_val_if_fail (WB_IS_GUIDE (self), NULL);

  return self->id;
}

const char *
wb_guide_get_title (WbGuide *self)
{
  g_return_val_if_fail (WB_IS_GUIDE (self), NULL);

  return self->title;
}

guint
wb_guide_get_version (WbGuide *self)
{
  g_return_val_if_fail (WB_IS_GUIDE (self), 0);

  return self->version;
}

WbPhase *
wb_guide_add_phase (WbGuide    *self,
                    const char *id,
                    const char *title,
                    const char *goal)
{
  WbPhase *phase;

  g_return_val_if_fail (WB_IS_GUIDE (self), NULL);

  phase = g_new0 (WbPhase, 1);
  phase->id = g_strdup (id);
  phase->title = g_strdup (title);
  phase->goal = g_strdup (goal);
  phase->steps = g_ptr_array_new_with_free_func (step_free);
  g_ptr_array_add (self->phases, phase);

  return phase;
}

WbStep *
wb_guide_add_step (WbGuide    *self,
                   WbPhase    *phase,
                   const char *id,
                   const char *title)
{
  WbStep *step;

  g_return_val_if_fail (WB_IS_GUIDE (self), NULL);
  g_return_val_if_fail (phase != NULL, NULL);

  step = g_new0 (WbStep, 1);
  step->id = g_strdup (id);
  step->title = g_strdup (title);
  step->why = g_strdup ("");
  step->help = g_ptr_array_new_with_free_func (help_free);
  step->documents = g_ptr_array_new_with_free_func (g_free);
  step->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_field_unref);
  g_ptr_array_add (phase->steps, step);
  g_ptr_array_add (self->steps, step);

  return step;
}

void
wb_guide_add_field (WbGuide *self,
                    WbStep  *step,
                    WbField *field)
{
  g_return_if_fail (WB_IS_GUIDE (self));
  g_return_if_fail (step != NULL);
  g_return_if_fail (field != NULL);

  g_ptr_array_add (step->fields, field);
  g_hash_table_replace (self->fields, field->id, field);
}

void
wb_step_add_help (WbStep     *step,
                  const char *target,
                  const char *section,
                  const char *label)
{
  WbHelp *help;

  g_return_if_fail (step != NULL);

  help = g_new0 (WbHelp, 1);
  help->target = g_strdup (target);
  help->section = g_strdup (section);
  help->label = g_strdup (label);
  g_ptr_array_add (step->help, help);
}

void
wb_guide_add_document (WbGuide    *self,
                       const char *name,
                       const char *title,
                       const char *entry,
                       const char *field)
{
  WbGuideDocument *document;

  g_return_if_fail (WB_IS_GUIDE (self));

  document = g_new0 (WbGuideDocument, 1);
  document->name = g_strdup (name);
  document->title = g_strdup (title);
  document->entry = g_strdup (entry);
  document->field = g_strdup (field);
  g_ptr_array_add (self->documents, document);
}

GPtrArray *
wb_guide_get_phases (WbGuide *self)
{
  g_return_val_if_fail (WB_IS_GUIDE (self), NULL);

  return self->phases;
}

const char *
wb_guide_get_tasks (WbGuide *self)
{
  g_return_val_if_fail (WB_IS_GUIDE (self), NULL);

  return self->tasks;
}

void
wb_guide_set_tasks (WbGuide    *self,
                    const char *field)
{
  g_return_if_fail (WB_IS_GUIDE (self));

  g_free (self->tasks);
  self->tasks = g_strdup (field);
}

const WbCouncil *
wb_guide_get_council (WbGuide *self)
{
  g_return_val_if_fail (WB_IS_GUIDE (self), NULL);

  return self->council;
}

void
wb_guide_set_council (WbGuide   *self,
                      WbCouncil *council)
{
  g_return_if_fail (WB_IS_GUIDE (self));

  g_clear_pointer (&self->council, wb_council_free);
  self->council = council;
}

static gboolean
holds_links (const WbField *field)
{
  if (field->type == WB_FIELD_LINK)
    return TRUE;
  for (guint i = 0; i < field->columns->len; i++)
    if (((const WbColumn *) g_ptr_array_index (field->columns, i))->type == WB_FIELD_LINK)
      return TRUE;

  return FALSE;
}

gboolean
wb_guide_has_links (WbGuide *self)
{
  GHashTableIter iter;
  gpointer field;

  g_return_val_if_fail (WB_IS_GUIDE (self), FALSE);

  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, NULL, &field))
    if (holds_links (field))
      return TRUE;

  return FALSE;
}

void
wb_guide_set_titles (WbGuide  *self,
                     WbTitles *titles)
{
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (WB_IS_GUIDE (self));
  g_return_if_fail (titles != NULL);

  wb_titles_ref (titles);
  g_clear_pointer (&self->titles, wb_titles_unref);
  self->titles = titles;
  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      WbField *field = value;

      if (!holds_links (field))
        continue;
      g_clear_pointer (&field->titles, wb_titles_unref);
      field->titles = wb_titles_ref (titles);
    }
}

WbTitles *
wb_guide_get_titles (WbGuide *self)
{
  g_return_val_if_fail (WB_IS_GUIDE (self), NULL);

  return self->titles;
}

GPtrArray *
wb_guide_get_documents (WbGuide *self)
{
  g_return_val_if_fail (WB_IS_GUIDE (self), NULL);

  return self->documents;
}

GPtrArray *
wb_guide_get_steps (WbGuide *self)
{
  g_return_val_if_fail (WB_IS_GUIDE (self), NULL);

  return self->steps;
}

const WbField *
wb_guide_get_field (WbGuide    *self,
                    const char *id)
{
  g_return_val_if_fail (WB_IS_GUIDE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->fields, id);
}

const WbStep *
wb_guide_get_step (WbGuide    *self,
                   const char *id)
{
  g_return_val_if_fail (WB_IS_GUIDE (self), NULL);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (self->steps, i);

      if (g_strcmp0 (step->id, id) == 0)
        return step;
    }

  return NULL;
}

const WbStep *
wb_guide_find_step_of (WbGuide       *self,
                       const WbField *field)
{
  g_return_val_if_fail (WB_IS_GUIDE (self), NULL);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (self->steps, i);

      if (g_ptr_array_find (step->fields, field, NULL))
        return step;
    }

  return NULL;
}

const WbPhase *
wb_guide_get_phase (WbGuide      *self,
                    const WbStep *step)
{
  g_return_val_if_fail (WB_IS_GUIDE (self), NULL);

  for (guint i = 0; i < self->phases->len; i++)
    {
      const WbPhase *phase = g_ptr_array_index (self->phases, i);

      if (g_ptr_array_find (phase->steps, step, NULL))
        return phase;
    }

  return NULL;
}

const WbGuideDocument *
wb_guide_get_document (WbGuide    *self,
                       const char *name)
{
  g_return_val_if_fail (WB_IS_GUIDE (self), NULL);

  for (guint i = 0; i < self->documents->len; i++)
    {
      const WbGuideDocument *document = g_ptr_array_index (self->documents, i);

      if (g_strcmp0 (document->name, name) == 0)
        return document;
    }

  return NULL;
}
