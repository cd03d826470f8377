/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-rescue.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "wb-payload-reader.h"
#include "wb-project-file.h"
#include "wb-project-salvage.h"
#include "wb-salvage-words.h"

/* How many questions of the guide have an answer. */
static guint
count_answered (WbItem    *item,
                WbAnswers *answers)
{
  g_autoptr (WbGuide) guide = wb_guide_from_json (wb_item_get_id (item), wb_item_get_title (item), wb_item_get_payload (item), NULL);
  GPtrArray *steps = guide != NULL ? wb_guide_get_steps (guide) : NULL;
  guint n = 0;

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->fields->len; j++)
        n += wb_answers_has (answers, ((const WbField *) g_ptr_array_index (step->fields, j))->id);
    }

  return n;
}

/* The guide that the file names, or, when that is lost as well, the one that asks for most of the answers. (transfer full) (nullable) */
static WbItem *
find_guide (WbLibrary     *library,
            WbProjectFile *file)
{
  const char *id = wb_project_file_get_guide_id (file);
  WbItem *named = *id != '\0' ? wb_library_get_item (library, id, NULL) : NULL;
  g_autoptr (GListModel) guides = named == NULL ? wb_library_list (library, WB_KIND_GUIDE, NULL) : NULL;
  g_autoptr (WbItem) best = NULL;
  guint most = 0;

  if (named != NULL)
    return named;
  for (guint i = 0; guides != NULL && i < g_list_model_get_n_items (guides); i++)
    {
      g_autoptr (WbItem) item = g_list_model_get_item (guides, i);
      /* A list holds no payloads. */
      g_autoptr (WbItem) whole = wb_library_get_item (library, wb_item_get_id (item), NULL);
      const guint n = whole != NULL ? count_answered (whole, wb_project_file_get_answers (file)) : 0;

      if (n > most)
        g_set_object (&best, whole);
      most = MAX (most, n);
    }

  return g_steal_pointer (&best);
}

/* The guide of the new file; NULL when it cannot be read. (transfer full) */
static WbGuide *
read_guide (const char *path)
{
  g_autoptr (WbProjectFile) file = wb_project_file_look (path, _("This project can only be read."), NULL);

  return file != NULL ? wb_guide_from_json (wb_project_file_get_guide_id (file), wb_project_file_get_guide_title (file),
                                            wb_project_file_get_guide_json (file), NULL)
                      : NULL;
}

/* The same once more, with the questions of the library. NULL when it has none: what there is stays. (transfer full) */
static WbSalvage *
replace_guide (const char *path,
               const char *output,
               WbLibrary  *library)
{
  g_autoptr (WbProjectFile) file = wb_project_file_look (output, _("This project can only be read."), NULL);
  g_autoptr (WbItem) item = file != NULL ? find_guide (library, file) : NULL;
  g_autofree char *second = NULL;
  g_autoptr (WbSalvage) salvage = NULL;

  if (item == NULL || wb_item_get_kind (item) != WB_KIND_GUIDE)
    return NULL;
  second = g_strdup_printf ("%s.%08x.part", output, g_random_int ());
  salvage = wb_project_salvage (path, second, wb_item_get_payload (item), NULL);
  if (salvage != NULL && g_rename (second, output) == 0)
    return g_steal_pointer (&salvage);
  g_unlink (second);

  return NULL;
}

WbSalvage *
wb_project_rescue (const char   *path,
                   const char   *output,
                   WbLibrary    *library,
                   char       ***words,
                   GError      **error)
{
  g_autoptr (WbSalvage) salvage = NULL;
  g_autoptr (WbGuide) guide = NULL;
  WbSalvage *second = NULL;

  g_return_val_if_fail (path != NULL && output != NULL && words != NULL, NULL);

  salvage = wb_project_salvage (path, output, NULL, error);
  if (salvage == NULL)
    return NULL;
  guide = read_guide (output);
  if (guide == NULL)
    {
      salvage->guide_lost = TRUE;
      second = library != NULL ? replace_guide (path, output, library) : NULL;
    }
  if (second != NULL)
    {
      wb_salvage_free (salvage);
      salvage = second;
      guide = read_guide (output);
    }
  *words = wb_salvage_to_words (salvage, guide);

  return g_steal_pointer (&salvage);
}
