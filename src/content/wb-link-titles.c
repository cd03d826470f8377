/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-link-titles.h"

static char *
find_title (const char *id,
            gpointer    user_data)
{
  char *title = NULL;

  return wb_library_lookup (user_data, id, &title, NULL) ? title : NULL;
}

void
wb_link_titles_attach (WbGuide   *guide,
                       WbLibrary *library)
{
  g_autoptr (WbTitles) titles = NULL;

  g_return_if_fail (WB_IS_GUIDE (guide));
  g_return_if_fail (library == NULL || WB_IS_LIBRARY (library));

  if (library == NULL || wb_guide_get_titles (guide) != NULL || !wb_guide_has_links (guide))
    return;
  titles = wb_titles_new (find_title, g_object_ref (library), g_object_unref);
  wb_guide_set_titles (guide, titles);
}
