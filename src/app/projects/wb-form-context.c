/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-form-context.h"

#include "wb-prefill.h"
#include "wb-use-case-facts.h"

struct _WbFormContext
{
  GObject parent_instance;

  /* Owned */
  WbGuide *guide;
  WbAnswers *answers;
  WbLibrary *library;
  GHashTable *drafts; /* "field␟row␟column" → text */
  GHashTable *facts;  /* (nullable) of the use case the project started from */
  WbProjectFile *file; /* (nullable) */
  WbAttachmentCopies *copies;
  GPtrArray *renamings; /* WbRenaming, the latest last */

  /* State */
  gboolean read_only;
};

G_DEFINE_FINAL_TYPE (WbFormContext, wb_form_context, G_TYPE_OBJECT)

static char *
make_key (const char *field,
          const char *row,
          const char *column)
{
  return g_strjoin ("\x1f", field, row, column, NULL);
}

static void
wb_form_context_finalize (GObject *object)
{
  WbFormContext *self = WB_FORM_CONTEXT (object);

  g_clear_object (&self->guide);
  g_clear_object (&self->answers);
  g_clear_object (&self->library);
  g_hash_table_unref (self->drafts);
  g_ptr_array_unref (self->renamings);
  g_clear_pointer (&self->facts, g_hash_table_unref);
  g_clear_object (&self->file);
  g_clear_object (&self->copies);

  G_OBJECT_CLASS (wb_form_context_parent_class)->finalize (object);
}

static void
wb_form_context_class_init (WbFormContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_form_context_finalize;
}

static void
wb_form_context_init (WbFormContext *self)
{
  self->copies = wb_attachment_copies_new ();
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->renamings = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_renaming_free);
}

WbFormContext *
wb_form_context_new (WbGuide   *guide,
                     WbAnswers *answers,
                     WbLibrary *library,
                     gboolean   read_only)
{
  WbFormContext *self;

  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), NULL);

  self = g_object_new (WB_TYPE_FORM_CONTEXT, NULL);
  self->guide = g_object_ref (guide);
  self->answers = g_object_ref (answers);
  g_set_object (&self->library, library);
  self->read_only = read_only;

  return self;
}

WbGuide *
wb_form_context_get_guide (WbFormContext *self)
{
  g_return_val_if_fail (WB_IS_FORM_CONTEXT (self), NULL);

  return self->guide;
}

WbAnswers *
wb_form_context_get_answers (WbFormContext *self)
{
  g_return_val_if_fail (WB_IS_FORM_CONTEXT (self), NULL);

  return self->answers;
}

WbLibrary *
wb_form_context_get_library (WbFormContext *self)
{
  g_return_val_if_fail (WB_IS_FORM_CONTEXT (self), NULL);

  return self->library;
}

gboolean
wb_form_context_get_read_only (WbFormContext *self)
{
  g_return_val_if_fail (WB_IS_FORM_CONTEXT (self), TRUE);

  return self->read_only;
}

void
wb_form_context_set_file (WbFormContext *self,
                          WbProjectFile *file)
{
  g_autoptr (WbItem) item = NULL;
  const char *use_case;

  g_return_if_fail (WB_IS_FORM_CONTEXT (self));
  g_return_if_fail (WB_IS_PROJECT_FILE (file));

  g_set_object (&self->file, file);
  g_clear_pointer (&self->facts, g_hash_table_unref);
  use_case = wb_project_file_get_use_case (file);
  if (use_case != NULL && *use_case != '\0' && self->library != NULL)
    item = wb_library_get_item (self->library, use_case, NULL);
  if (item != NULL)
    self->facts = wb_use_case_facts_read (item);
}

WbProjectFile *
wb_form_context_get_file (WbFormContext *self)
{
  g_return_val_if_fail (WB_IS_FORM_CONTEXT (self), NULL);

  return self->file;
}

WbAttachmentCopies *
wb_form_context_get_copies (WbFormContext *self)
{
  g_return_val_if_fail (WB_IS_FORM_CONTEXT (self), NULL);

  return self->copies;
}

char *
wb_form_context_propose (WbFormContext *self,
                         const WbField *field)
{
  WbTemplateContext context = { NULL };

  g_return_val_if_fail (WB_IS_FORM_CONTEXT (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  if (field->prefill == NULL || self->read_only)
    return NULL;
  context.guide = self->guide;
  context.answers = self->answers;
  context.town = self->file != NULL ? wb_project_file_get_town (self->file) : NULL;
  context.project = self->file != NULL ? wb_project_file_get_title (self->file) : NULL;

  return wb_prefill_propose (field, &context, self->facts);
}

const char *
wb_form_context_get_draft (WbFormContext *self,
                           const char    *field,
                           const char    *row,
                           const char    *column)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (WB_IS_FORM_CONTEXT (self), NULL);

  key = make_key (field, row, column);

  return g_hash_table_lookup (self->drafts, key);
}

void
wb_form_context_set_draft (WbFormContext *self,
                           const char    *field,
                           const char    *row,
                           const char    *column,
                           const char    *text)
{
  g_autofree char *key = NULL;

  g_return_if_fail (WB_IS_FORM_CONTEXT (self));

  key = make_key (field, row, column);
  if (text == NULL)
    g_hash_table_remove (self->drafts, key);
  else
    g_hash_table_replace (self->drafts, g_steal_pointer (&key), g_strdup (text));
}

/* What was typed there since came otherwise, or was taken back. */
static gboolean
is_over (WbFormContext    *self,
         const WbRenaming *renaming)
{
  return !g_str_equal (wb_answers_get (self->answers, renaming->field, renaming->row, renaming->column), renaming->after);
}

void
wb_form_context_note_renaming (WbFormContext *self,
                               const char    *field,
                               const char    *row,
                               const char    *column,
                               const char    *before,
                               const char    *after)
{
  g_autofree char *first = NULL;

  g_return_if_fail (WB_IS_FORM_CONTEXT (self));
  g_return_if_fail (before != NULL && after != NULL);

  first = g_strdup (before);
  for (guint i = self->renamings->len; i > 0; i--)
    {
      const WbRenaming *renaming = g_ptr_array_index (self->renamings, i - 1);

      if (!wb_renaming_is_at (renaming, field, row, column))
        continue;
      /* Corrected once more: elsewhere stands what it was at first. */
      if (g_str_equal (renaming->after, before))
        {
          g_free (first);
          first = g_strdup (renaming->before);
        }
      g_ptr_array_remove_index (self->renamings, i - 1);
    }
  if (!g_str_equal (first, after))
    g_ptr_array_add (self->renamings, wb_renaming_new (field, row, column, first, after));
}

const WbRenaming *
wb_form_context_find_renaming (WbFormContext *self,
                               const char    *field)
{
  g_return_val_if_fail (WB_IS_FORM_CONTEXT (self), NULL);

  for (guint i = self->renamings->len; i > 0; i--)
    {
      const WbRenaming *renaming = g_ptr_array_index (self->renamings, i - 1);

      if (is_over (self, renaming))
        g_ptr_array_remove_index (self->renamings, i - 1);
      else if (field == NULL || g_str_equal (renaming->field, field))
        return renaming;
    }

  return NULL;
}

void
wb_form_context_forget_renaming (WbFormContext *self,
                                 const char    *field,
                                 const char    *after)
{
  g_return_if_fail (WB_IS_FORM_CONTEXT (self));

  for (guint i = self->renamings->len; i > 0; i--)
    {
      const WbRenaming *renaming = g_ptr_array_index (self->renamings, i - 1);

      if (g_strcmp0 (renaming->field, field) == 0 && g_strcmp0 (renaming->after, after) == 0)
        g_ptr_array_remove_index (self->renamings, i - 1);
    }
}
