/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-payload.h"

#include <glib/gi18n-lib.h>

#define MAX_LIST 200

static void
read_options (const WbJson  *json,
              const WbField *field,
              WbUndecided   *undecided)
{
  WbJson list;
  guint length = wb_json_get_array (json, "options", MAX_LIST, WB_JSON_REQUIRED, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      const char *id = wb_json_as_text (&element, 0, WB_JSON_REQUIRED | WB_JSON_ID);

      if (id == NULL)
        continue;
      if (wb_field_get_option (field, id) == NULL)
        wb_json_fault (&element, NULL, _("“%s” is no option of “%s”"), id, field->id);
      else if (g_ptr_array_find_with_equal_func (undecided->options, id, g_str_equal, NULL))
        wb_json_fault (&element, NULL, _("“%s” is there twice"), id);
      else
        g_ptr_array_add (undecided->options, g_strdup (id));
    }
}

static gboolean
is_known (const WbCouncil *council,
          const char      *field)
{
  for (guint i = 0; i < council->undecided->len; i++)
    if (g_str_equal (((const WbUndecided *) g_ptr_array_index (council->undecided, i))->field, field))
      return TRUE;

  return FALSE;
}

static void
read_undecided (const WbJson *json,
                WbGuide      *guide,
                WbCouncil    *council)
{
  WbJson list;
  guint length = wb_json_get_array (json, "undecided", MAX_LIST, 0, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      const WbField *field;
      const char *id;

      if (!wb_json_is_object (&element))
        continue;
      wb_json_allow (&element, "field", "options", NULL);
      id = wb_json_get_text (&element, "field", 0, WB_JSON_REQUIRED | WB_JSON_ID);
      if (id == NULL)
        continue;
      field = wb_guide_get_field (guide, id);
      if (field == NULL || field->type != WB_FIELD_CHOICE)
        wb_json_fault (&element, "field", _("“%s” is no choice of the guide"), id);
      else if (is_known (council, id))
        wb_json_fault (&element, "field", _("“%s” is there twice"), id);
      else
        read_options (&element, field, wb_council_add_undecided (council, id));
    }
}

void
wb_payload_read_council (const WbJson *json,
                         WbGuide      *guide)
{
  WbCouncil *council;
  WbJson object;
  const char *meeting;

  if (!wb_json_has (json, "council") || !wb_json_get_object (json, "council", WB_JSON_REQUIRED, &object))
    return;

  wb_json_allow (&object, "meeting", "undecided", NULL);
  council = wb_council_new ();
  meeting = wb_json_get_text (&object, "meeting", 0, WB_JSON_ID);
  if (meeting != NULL)
    {
      const WbField *field = wb_guide_get_field (guide, meeting);

      if (field != NULL && field->type == WB_FIELD_DATE)
        council->meeting = g_strdup (meeting);
      else
        wb_json_fault (&object, "meeting", _("“%s” is no date of the guide"), meeting);
    }
  read_undecided (&object, guide, council);
  wb_guide_set_council (guide, council);
}
