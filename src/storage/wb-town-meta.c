/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-town-meta.h"

#include "wb-meta-table.h"

static const struct
{
  const char *key;
  const char *(*get) (WbMunicipality *town);
} parts[] = {
  { "town-key", wb_municipality_get_key },
  { "town-name", wb_municipality_get_name },
  { "town-kind", wb_municipality_get_kind },
  { "town-district", wb_municipality_get_district },
  { "town-association", wb_municipality_get_association },
  { "town-state", wb_municipality_get_state },
  { "town-postcode", wb_municipality_get_postcode },
};

#define POPULATION_KEY "town-population"

gboolean
wb_town_meta_set (WbConnection    *connection,
                  WbMunicipality  *town,
                  GError         **error)
{
  g_autofree char *population = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!wb_meta_table_set (connection, parts[i].key, town != NULL ? parts[i].get (town) : NULL,
                            error))
      return FALSE;
  if (town != NULL)
    population = g_strdup_printf ("%u", wb_municipality_get_population (town));

  return wb_meta_table_set (connection, POPULATION_KEY, population, error);
}

WbMunicipality *
wb_town_meta_read (GHashTable *values)
{
  const char *texts[G_N_ELEMENTS (parts)];
  const char *population = g_hash_table_lookup (values, POPULATION_KEY);
  guint64 number = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    texts[i] = g_hash_table_lookup (values, parts[i].key);
  if (texts[0] == NULL || texts[1] == NULL)
    return NULL;
  if (population != NULL)
    g_ascii_string_to_unsigned (population, 10, 0, G_MAXUINT, &number, NULL);

  return wb_municipality_new (texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6],
                              number);
}
