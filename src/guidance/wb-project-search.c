/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-search.h"

#include <string.h>

#include "wb-answer-check.h"
#include "wb-fold.h"

void
wb_project_hit_free (WbProjectHit *self)
{
  g_free (self->field);
  g_free (self->label);
  g_free (self->step_title);
  g_free (self->text);
  g_free (self);
}

/* One search on its way through the guide. */
typedef struct
{
  char **spelled; /* the words, ä as ae */
  char **bare;    /* the same, ä as a */
  guint limit;
  WbAnswers *answers;
  const WbStep *step;
  const WbField *field;
  GPtrArray *hits;
} Search;

static gboolean
has_words (char       **words,
           const char  *folded)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return words[0] != NULL;
}

static gboolean
says (const Search *search,
      const char   *text)
{
  g_autofree char *spelled = wb_fold_spelled (text);
  g_autofree char *bare = wb_fold_bare (text);

  return has_words (search->spelled, spelled) || has_words (search->bare, bare);
}

/* @name: the question, or the step. @text: what says it, NULL: its name. */
static void
add_hit (Search     *search,
         const char *name,
         const char *text)
{
  WbProjectHit *hit;

  if (search->hits->len >= search->limit || !says (search, text != NULL ? text : name))
    return;
  hit = g_new0 (WbProjectHit, 1);
  hit->field = g_strdup (search->field->id);
  hit->label = g_strdup (name);
  hit->step_title = g_strdup (search->step->title);
  hit->text = g_strdup (text != NULL ? text : "");
  g_ptr_array_add (search->hits, hit);
}

static void
look_at (Search     *search,
         const char *text)
{
  add_hit (search, search->field->label, text);
}

static void
look_at_cell (Search         *search,
              const char     *row,
              const char     *column,
              const WbColumn *described)
{
  const char *value = wb_answers_get (search->answers, search->field->id, row, column);
  g_autofree char *shown = NULL;

  if (*value == '\0')
    return;
  shown = wb_answer_to_display (search->field, described, value);
  look_at (search, shown);
}

static void
look_at_rows (Search *search)
{
  g_autofree const char **rows = wb_answers_list_rows (search->answers, search->field->id);

  for (guint i = 0; rows[i] != NULL; i++)
    for (guint j = 0; j < search->field->columns->len; j++)
      {
        const WbColumn *column = g_ptr_array_index (search->field->columns, j);

        look_at_cell (search, rows[i], column->id, column);
      }
}

/* Items and options are questions of their own; so are the names and notes at them. */
static void
look_at_options (Search *search)
{
  for (guint i = 0; i < search->field->options->len; i++)
    {
      const WbOption *option = g_ptr_array_index (search->field->options, i);

      look_at (search, option->label);
      if (search->field->type != WB_FIELD_CHECKLIST)
        continue;
      look_at (search, wb_answers_get (search->answers, search->field->id, option->id, "owner"));
      look_at (search, wb_answers_get (search->answers, search->field->id, option->id, "note"));
    }
}

static void
look_at_field (Search *search)
{
  static const char *const parts[] = { "name", "role", "contact" };

  look_at (search, NULL);
  switch (search->field->type)
    {
    case WB_FIELD_TABLE:
    case WB_FIELD_GROUP:
    case WB_FIELD_ATTACHMENT:
      look_at_rows (search);
      break;
    case WB_FIELD_CHECKLIST:
    case WB_FIELD_CHOICES:
    case WB_FIELD_CHOICE:
      look_at_options (search);
      break;
    case WB_FIELD_PERSON:
      for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        look_at (search, wb_answers_get (search->answers, search->field->id, "", parts[i]));
      break;
    default:
      look_at_cell (search, "", "", NULL);
    }
}

/* A step that is called so: where it begins. */
static void
look_at_step (Search *search)
{
  if (search->step->fields->len == 0)
    return;

  search->field = g_ptr_array_index (search->step->fields, 0);
  add_hit (search, search->step->title, NULL);
}

/* The words of @folded; none of them empty. (transfer full) */
static char **
split (char *folded)
{
  g_autofree char *text = g_strstrip (folded);

  return g_strsplit (text, " ", *text != '\0' ? -1 : 1);
}

GPtrArray *
wb_project_search (WbGuide    *guide,
                   WbAnswers  *answers,
                   const char *query,
                   guint       limit)
{
  g_auto (GStrv) spelled = NULL;
  g_auto (GStrv) bare = NULL;
  GPtrArray *steps;
  Search search;

  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  spelled = split (wb_fold_spelled (query));
  bare = split (wb_fold_bare (query));
  search = (Search) { spelled, bare, limit, answers, NULL, NULL,
                      g_ptr_array_new_with_free_func ((GDestroyNotify) wb_project_hit_free) };
  if (spelled[0] == NULL || *spelled[0] == '\0')
    return search.hits;
  steps = wb_guide_get_steps (guide);
  for (guint i = 0; i < steps->len; i++)
    {
      search.step = g_ptr_array_index (steps, i);
      look_at_step (&search);
      for (guint j = 0; j < search.step->fields->len; j++)
        {
          search.field = g_ptr_array_index (search.step->fields, j);
          look_at_field (&search);
        }
    }

  return search.hits;
}
