/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-deck-edits.h"

WbSlide *
wb_deck_edits_find_key (GPtrArray  *slides,
                        const char *key,
                        guint      *position)
{
  g_return_val_if_fail (slides != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < slides->len; i++)
    {
      WbSlide *slide = g_ptr_array_index (slides, i);

      if (g_str_equal (slide->key, key))
        {
          if (position != NULL)
            *position = i;
          return slide;
        }
    }

  return NULL;
}

static char *
choose (const char *edited,
        const char *original)
{
  if (edited == NULL)
    edited = original;

  return g_strdup (edited != NULL ? edited : "");
}

/* @edit over the slide @original of the template. (transfer full) (nullable): nothing is left to show */
static WbSlide *
lay_over (const WbSlide *edit,
          const WbSlide *original)
{
  WbSlide *slide;

  if (original == NULL && edit->title == NULL && edit->body == NULL && edit->notes == NULL)
    return NULL;

  /* What was written over a slide that the template has no longer is now the user's own. */
  slide = original != NULL || wb_slide_is_own (edit) ? wb_slide_new (edit->key) : wb_slide_new_own ();
  slide->hidden = edit->hidden;
  slide->level = edit->level != 0 ? edit->level : original != NULL ? original->level : 2;
  g_free (slide->title);
  slide->title = choose (edit->title, original != NULL ? original->title : NULL);
  g_free (slide->body);
  slide->body = choose (edit->body, original != NULL ? original->body : NULL);
  g_free (slide->notes);
  slide->notes = choose (edit->notes, original != NULL ? original->notes : NULL);

  return slide;
}

/* Where a slide of the template that nobody knows yet belongs: behind the one before it. */
static guint
find_place (GPtrArray *slides,
            GPtrArray *template_slides,
            guint      index)
{
  guint position;

  for (guint i = index; i > 0; i--)
    {
      const WbSlide *before = g_ptr_array_index (template_slides, i - 1);

      if (wb_deck_edits_find_key (slides, before->key, &position) != NULL)
        return position + 1;
    }

  return 0;
}

GPtrArray *
wb_deck_edits_apply (GPtrArray *template_slides,
                     GPtrArray *edits)
{
  GPtrArray *slides;

  g_return_val_if_fail (template_slides != NULL, NULL);
  g_return_val_if_fail (edits != NULL, NULL);

  slides = wb_slide_list_new ();
  for (guint i = 0; i < edits->len; i++)
    {
      const WbSlide *edit = g_ptr_array_index (edits, i);
      WbSlide *slide = lay_over (edit, wb_deck_edits_find_key (template_slides, edit->key, NULL));

      if (slide != NULL)
        g_ptr_array_add (slides, slide);
    }

  for (guint i = 0; i < template_slides->len; i++)
    {
      const WbSlide *original = g_ptr_array_index (template_slides, i);

      if (wb_deck_edits_find_key (slides, original->key, NULL) == NULL)
        g_ptr_array_insert (slides, (int) find_place (slides, template_slides, i), wb_slide_copy (original));
    }

  return slides;
}

static char *
keep_change (const char *text,
             const char *original)
{
  return g_strcmp0 (text, original) == 0 ? NULL : g_strdup (text);
}

/* (transfer full) */
static WbSlide *
find_changes (const WbSlide *slide,
              const WbSlide *original)
{
  WbSlide *edit;

  if (original == NULL)
    return wb_slide_copy (slide);

  edit = wb_slide_new (slide->key);
  edit->hidden = slide->hidden;
  edit->level = slide->level == original->level ? 0 : slide->level;
  edit->title = keep_change (slide->title, original->title);
  edit->body = keep_change (slide->body, original->body);
  edit->notes = keep_change (slide->notes, original->notes);

  return edit;
}

static gboolean
are_equal (GPtrArray *first,
           GPtrArray *second)
{
  if (first->len != second->len)
    return FALSE;
  for (guint i = 0; i < first->len; i++)
    if (!wb_slide_equal (g_ptr_array_index (first, i), g_ptr_array_index (second, i)))
      return FALSE;

  return TRUE;
}

GPtrArray *
wb_deck_edits_find (GPtrArray *template_slides,
                    GPtrArray *slides)
{
  GPtrArray *edits;

  g_return_val_if_fail (template_slides != NULL, NULL);
  g_return_val_if_fail (slides != NULL, NULL);

  edits = wb_slide_list_new ();
  if (are_equal (template_slides, slides))
    return edits;

  for (guint i = 0; i < slides->len; i++)
    {
      const WbSlide *slide = g_ptr_array_index (slides, i);

      g_ptr_array_add (edits, find_changes (slide, wb_deck_edits_find_key (template_slides, slide->key, NULL)));
    }

  return edits;
}
