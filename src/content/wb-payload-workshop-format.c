/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-payload.h"

#include <glib/gi18n-lib.h>

#define MAX_TEXT 4000
#define MAX_TITLE 200
#define MAX_LIST 100
#define MAX_PEOPLE 1000
#define MAX_MINUTES 2880

static void
read_group (const WbJson     *json,
            WbWorkshopFormat *format)
{
  WbJson group;

  if (!wb_json_get_object (json, "group", WB_JSON_REQUIRED, &group))
    return;

  wb_json_allow (&group, "min", "max", NULL);
  format->group_min = (guint) wb_json_get_int (&group, "min", 1, MAX_PEOPLE, 1, WB_JSON_REQUIRED);
  format->group_max = (guint) wb_json_get_int (&group, "max", 1, MAX_PEOPLE, MAX_PEOPLE, WB_JSON_REQUIRED);
  if (format->group_max < format->group_min)
    wb_json_fault (&group, "max", _("must not be smaller than “min”"));
}

static void
read_steps (const WbJson     *json,
            WbWorkshopFormat *format)
{
  WbJson list;
  guint length = wb_json_get_array (json, "steps", MAX_LIST, WB_JSON_REQUIRED, &list);
  guint sum;

  for (guint i = 0; i < length; i++)
    {
      WbJson step = wb_json_element (&list, i);

      if (!wb_json_is_object (&step))
        continue;
      wb_json_allow (&step, "title", "minutes", "text", "note", NULL);
      wb_workshop_format_add_step (format,
                                   wb_json_get_text_or_empty (&step, "title", MAX_TITLE, WB_JSON_REQUIRED | WB_JSON_LINE),
                                   (guint) wb_json_get_int (&step, "minutes", 1, MAX_MINUTES, 0, WB_JSON_REQUIRED),
                                   wb_json_get_text_or_empty (&step, "text", MAX_TEXT, WB_JSON_REQUIRED),
                                   wb_json_get_text (&step, "note", MAX_TEXT, 0));
    }

  sum = wb_workshop_format_get_start (format, format->steps->len);
  if (length > 0 && format->minutes > 0 && sum != format->minutes)
    wb_json_fault (json, "minutes", _("is %u, but the steps add up to %u"), format->minutes, sum);
}

WbWorkshopFormat *
wb_payload_read_workshop_format (const WbJson *json)
{
  WbWorkshopFormat *format;

  if (!wb_json_is_object (json))
    return wb_workshop_format_new ("", "");

  wb_json_allow (json, "purpose", "group", "minutes", "material", "outcome", "steps", NULL);
  format = wb_workshop_format_new (wb_json_get_text_or_empty (json, "purpose", MAX_TEXT, WB_JSON_REQUIRED),
                                   wb_json_get_text_or_empty (json, "outcome", MAX_TEXT, WB_JSON_REQUIRED));
  read_group (json, format);
  format->minutes = (guint) wb_json_get_int (json, "minutes", 1, MAX_MINUTES, 0, WB_JSON_REQUIRED);
  wb_payload_read_lines (json, "material", MAX_LIST, 0, format->material);
  read_steps (json, format);

  return format;
}
