/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-form.h"

#include <glib/gi18n-lib.h>

#include "wb-document-shelf.h"
#include "wb-error.h"
#include "wb-markdown.h"
#include "wb-paper-form.h"

static WbBlock *
read_markdown (const char *markdown)
{
  return wb_markdown_parse (markdown, FALSE);
}

static const WbPhase *
find_phase (WbGuide    *guide,
            const char *id)
{
  GPtrArray *phases = wb_guide_get_phases (guide);

  for (guint i = 0; i < phases->len; i++)
    {
      const WbPhase *phase = g_ptr_array_index (phases, i);

      if (g_strcmp0 (phase->id, id) == 0)
        return phase;
    }

  return NULL;
}

/* The first person the guide asks for drives the project. (nullable) (transfer full) */
static char *
find_person (WbGuide   *guide,
             WbAnswers *answers)
{
  GPtrArray *steps = wb_guide_get_steps (guide);

  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->fields->len; j++)
        {
          const WbField *field = g_ptr_array_index (step->fields, j);
          const char *name, *contact;

          if (field->type != WB_FIELD_PERSON)
            continue;
          name = wb_answers_get (answers, field->id, "", "name");
          contact = wb_answers_get (answers, field->id, "", "contact");
          if (*name == '\0')
            return NULL;
          return *contact != '\0' ? g_strdup_printf ("%s, %s", name, contact) : g_strdup (name);
        }
    }

  return NULL;
}

WbDocument *
wb_project_form_build (WbProjectFile  *project,
                       WbGuide        *guide,
                       const char     *step,
                       const char     *phase,
                       gboolean        filled,
                       const char     *return_to,
                       GError        **error)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autofree char *date = wb_document_shelf_dup_date ();
  g_autofree char *person = NULL;
  const WbStep *one;
  const WbPhase *all;
  WbPaperForm form = { .filled = filled, .reader = read_markdown };
  WbTemplateContext context;

  g_return_val_if_fail (WB_IS_PROJECT_FILE (project), NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);
  g_return_val_if_fail ((step != NULL) != (phase != NULL), NULL);

  one = step != NULL ? wb_guide_get_step (guide, step) : NULL;
  all = phase != NULL ? find_phase (guide, phase) : NULL;
  if (one == NULL && all == NULL)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND,
                   step != NULL ? _("The project has no step “%s”.") : _("The project has no phase “%s”."),
                   step != NULL ? step : phase);
      return NULL;
    }

  steps = one != NULL ? g_ptr_array_new () : g_ptr_array_ref (all->steps);
  if (one != NULL)
    g_ptr_array_add (steps, (gpointer) one);
  person = find_person (guide, wb_project_file_get_answers (project));
  form.title = one != NULL ? one->title : all->title;
  form.steps = steps;
  form.return_to = return_to != NULL ? return_to : person;
  context = (WbTemplateContext) {
    .guide = guide,
    .date = date,
    .answers = wb_project_file_get_answers (project),
    .town = wb_project_file_get_town (project),
    .project = wb_project_file_get_title (project),
  };

  return wb_paper_form_build (&form, &context);
}
