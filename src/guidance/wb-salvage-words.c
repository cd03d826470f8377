/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-salvage-words.h"

#include <glib/gi18n-lib.h>

#include "wb-edit.h"
#include "wb-text-part.h"

/* So many questions are named in one sentence. */
#define MAX_NAMES 6

/* What one sentence is about. */
typedef struct
{
  GPtrArray *places; /* WbEdit, borrowed */
  WbGuide *guide;    /* (nullable) */
} Topic;

static const WbStep *
find_step (WbGuide      *guide,
           const WbEdit *place)
{
  const WbField *field = guide != NULL ? wb_guide_get_field (guide, place->field) : NULL;

  return field != NULL ? wb_guide_find_step_of (guide, field) : NULL;
}

/* The questions that @step (nullable: no step of the guide) asks, each once; @n: how many places. (transfer full) */
static char *
name_questions (const Topic  *topic,
                WbEditTarget  target,
                const WbStep *step,
                guint        *n)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  *n = 0;
  for (guint i = 0; i < topic->places->len; i++)
    {
      const WbEdit *place = g_ptr_array_index (topic->places, i);
      const WbField *field = topic->guide != NULL ? wb_guide_get_field (topic->guide, place->field) : NULL;
      const char *name = field != NULL ? field->label : place->field;

      if (place->target != target || find_step (topic->guide, place) != step)
        continue;
      (*n)++;
      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (char *) name);
    }
  if (names->len > MAX_NAMES)
    {
      g_ptr_array_set_size (names, MAX_NAMES);
      g_ptr_array_add (names, (char *) "…");
    }
  g_ptr_array_add (names, NULL);

  return g_strjoinv ("; ", (char **) names->pdata);
}

static void
add_lost (GStrvBuilder *words,
          const Topic  *topic,
          const WbStep *step)
{
  guint n;
  g_autofree char *names = name_questions (topic, WB_EDIT_CELL, step, &n);
  g_autofree char *head = NULL;
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  if (step != NULL)
    head = g_strdup_printf (ngettext ("%u answer of the step “%s” could not be read", "%u answers of the step “%s” could not be read", n),
                            n, step->title);
  else
    head = g_strdup_printf (ngettext ("%u answer could not be read", "%u answers could not be read", n), n);
  text = g_strdup_printf ("%s: %s", head, names);
  g_strv_builder_add (words, text);
}

static void
add_doubtful (GStrvBuilder *words,
              const Topic  *topic,
              const WbStep *step)
{
  guint n;
  g_autofree char *names = name_questions (topic, WB_EDIT_CELL, step, &n);
  g_autofree char *head = NULL;
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  if (step != NULL)
    head = g_strdup_printf (ngettext ("%u answer of the step “%s” may be damaged, please check it",
                                      "%u answers of the step “%s” may be damaged, please check them", n), n, step->title);
  else
    head = g_strdup_printf (ngettext ("%u answer may be damaged, please check it", "%u answers may be damaged, please check them", n), n);
  text = g_strdup_printf ("%s: %s", head, names);
  g_strv_builder_add (words, text);
}

static void
for_each_step (GStrvBuilder *words,
               const Topic  *topic,
               void        (*add) (GStrvBuilder *words,
                                   const Topic  *topic,
                                   const WbStep *step))
{
  GPtrArray *steps = topic->guide != NULL ? wb_guide_get_steps (topic->guide) : NULL;

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    add (words, topic, g_ptr_array_index (steps, i));
  add (words, topic, NULL);
}

static guint
count (GPtrArray    *places,
       WbEditTarget  target)
{
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    n += ((const WbEdit *) g_ptr_array_index (places, i))->target == target;

  return n;
}

/* Of what was changed in documents: the passages of texts, or the slides. */
static guint
count_changed (GPtrArray *places,
               gboolean   passages)
{
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const WbEdit *place = g_ptr_array_index (places, i);

      n += place->target == WB_EDIT_SLIDE && !wb_text_part_is_key (place->row) == !passages;
    }

  return n;
}

static void
take (GStrvBuilder *words,
      char         *text)
{
  g_strv_builder_add (words, text);
  g_free (text);
}

static void
add_saved (GStrvBuilder    *words,
           const WbSalvage *salvage)
{
  g_autofree char *answers = g_strdup_printf (ngettext ("%u answer", "%u answers", salvage->n_answers), salvage->n_answers);
  g_autofree char *revisions = g_strdup_printf (ngettext ("%u entry of the history", "%u entries of the history", salvage->n_revisions),
                                                salvage->n_revisions);

  /* Translators: first how many answers, then how many entries of the history. */
  take (words, g_strdup_printf (_("Saved: %s and %s"), answers, revisions));
  if (salvage->n_attachments > 0)
    take (words, g_strdup_printf (ngettext ("%u attachment was saved, byte by byte as it was attached",
                                            "%u attachments were saved, byte by byte as they were attached", salvage->n_attachments),
                                  salvage->n_attachments));
  if (salvage->n_from_history > 0)
    take (words, g_strdup_printf (ngettext ("%u of them was lost and was taken from the history",
                                            "%u of them were lost and were taken from the history", salvage->n_from_history),
                                  salvage->n_from_history));
}

/* (transfer full) */
static char *
name_attachments (const WbSalvage *salvage)
{
  const guint n = salvage->lost_attachments->len;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, MAX_NAMES); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", (const char *) g_ptr_array_index (salvage->lost_attachments, i));
  if (n > MAX_NAMES)
    g_string_append (names, "; …");

  return g_strdup_printf (ngettext ("%u attachment could not be read whole and was left out: %s",
                                    "%u attachments could not be read whole and were left out: %s", n), n, names->str);
}

static void
add_others (GStrvBuilder    *words,
            const WbSalvage *salvage)
{
  const guint n_slides = count_changed (salvage->lost, FALSE);
  const guint n_passages = count_changed (salvage->lost, TRUE);
  const guint n_facts = count (salvage->lost, WB_EDIT_FACT);

  if (salvage->guide_replaced)
    take (words, g_strdup (_("The guide in the file, its questions, could not be read and was taken from the library")));
  else if (salvage->guide_lost)
    take (words, g_strdup (_("The guide in the file, its questions, could not be read, so the answers cannot be shown")));
  if (n_slides > 0)
    take (words, g_strdup_printf (ngettext ("%u changed slide could not be read", "%u changed slides could not be read", n_slides), n_slides));
  if (n_passages > 0)
    take (words, g_strdup_printf (ngettext ("%u passage that was rewritten in a document could not be read, so the document says there what the template does",
                                            "%u passages that were rewritten in documents could not be read, so the documents say there what the template does",
                                            n_passages), n_passages));
  if (n_facts > 0)
    take (words, g_strdup_printf (ngettext ("%u fact about the project, such as its title, could not be read",
                                            "%u facts about the project, such as its title, could not be read", n_facts), n_facts));
  if (salvage->lost_attachments->len > 0)
    take (words, name_attachments (salvage));
  if (salvage->n_lost_others > 0)
    take (words, g_strdup_printf (ngettext ("%u further part could not be read", "%u further parts could not be read",
                                            salvage->n_lost_others), salvage->n_lost_others));
  if (salvage->n_lost_revisions > 0)
    take (words, g_strdup_printf (ngettext ("%u entry of the history could not be read; earlier states may differ from what they were",
                                            "%u entries of the history could not be read; earlier states may differ from what they were",
                                            salvage->n_lost_revisions), salvage->n_lost_revisions));
}

char **
wb_salvage_to_words (const WbSalvage *salvage,
                     WbGuide         *guide)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  Topic lost, doubtful;

  g_return_val_if_fail (salvage != NULL, NULL);

  lost = (Topic) { salvage->lost, guide };
  doubtful = (Topic) { salvage->doubtful, guide };
  add_saved (words, salvage);
  for_each_step (words, &lost, add_lost);
  for_each_step (words, &doubtful, add_doubtful);
  add_others (words, salvage);
  if (salvage->lost->len == 0 && salvage->n_lost_revisions == 0 && salvage->n_lost_others == 0
      && salvage->lost_attachments->len == 0 && !salvage->guide_lost)
    take (words, g_strdup (_("Nothing that is known to have been in the file is missing")));

  return g_strv_builder_end (words);
}
