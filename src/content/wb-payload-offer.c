/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-payload.h"

#include <glib/gi18n-lib.h>

/* Payloads of what can be had elsewhere: interfaces and solutions. */

#define MAX_TEXT 2000

WbInterface *
wb_payload_read_interface (const WbJson *json)
{
  const char *version_date = NULL;

  if (!wb_json_is_object (json))
    return wb_interface_new ("", "", NULL, "", "");

  wb_json_allow (json, "owner", "version", "version_date", "area", "format", NULL);
  version_date = wb_json_get_text (json, "version_date", 0, WB_JSON_DATE);

  return wb_interface_new (wb_json_get_text_or_empty (json, "owner", MAX_TEXT, WB_JSON_REQUIRED | WB_JSON_LINE),
                           wb_json_get_text_or_empty (json, "version", MAX_TEXT, WB_JSON_REQUIRED | WB_JSON_LINE),
                           version_date,
                           wb_json_get_text_or_empty (json, "area", MAX_TEXT, WB_JSON_REQUIRED | WB_JSON_LINE),
                           wb_json_get_text_or_empty (json, "format", MAX_TEXT, WB_JSON_REQUIRED | WB_JSON_LINE));
}

static guint
read_ways (const WbJson *json)
{
  WbJson list;
  guint length = wb_json_get_array (json, "ways", WB_N_WAYS, WB_JSON_REQUIRED, &list);
  guint ways = 0;

  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      const char *name = wb_json_as_text (&element, 0, WB_JSON_REQUIRED);
      WbWay way;

      if (name == NULL)
        continue;
      if (!wb_way_from_string (name, &way))
        wb_json_fault (&element, NULL,
                       _("“%.60s” is none of self-run, inhouse, efa-marktplatz, deutschland-plattform, tender, hosted"),
                       name);
      else if (ways & (1u << way))
        wb_json_fault (&element, NULL, _("“%s” is there twice"), name);
      else
        ways |= 1u << way;
    }

  return ways;
}

WbSolution *
wb_payload_read_solution (const WbJson *json)
{
  if (!wb_json_is_object (json))
    return wb_solution_new ("", "", "", "", 0);

  wb_json_allow (json, "owner", "licence", "maintenance", "operation", "ways", NULL);

  return wb_solution_new (wb_json_get_text_or_empty (json, "owner", MAX_TEXT, WB_JSON_REQUIRED | WB_JSON_LINE),
                          wb_json_get_text_or_empty (json, "licence", MAX_TEXT, WB_JSON_REQUIRED | WB_JSON_LINE),
                          wb_json_get_text_or_empty (json, "maintenance", MAX_TEXT, WB_JSON_REQUIRED | WB_JSON_LINE),
                          wb_json_get_text_or_empty (json, "operation", MAX_TEXT, WB_JSON_REQUIRED | WB_JSON_LINE),
                          read_ways (json));
}
