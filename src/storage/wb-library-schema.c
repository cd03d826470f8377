/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-library-schema.h"

#include "wb-catalogue.h"
#include "wb-fact-table.h"
#include "wb-facet-table.h"
#include "wb-family-table.h"
#include "wb-item-table.h"
#include "wb-library.h"
#include "wb-link-table.h"
#include "wb-look-table.h"
#include "wb-posting-table.h"
#include "wb-search-table.h"
#include "wb-source-table.h"
#include "wb-value-table.h"

static gboolean
create_version_1 (WbConnection  *connection,
                  gpointer       user_data,
                  GError       **error)
{
  return wb_facet_table_create (connection, error) && wb_item_table_create (connection, error)
         && wb_value_table_create (connection, error) && wb_fact_table_create (connection, error)
         && wb_link_table_create (connection, error) && wb_source_table_create (connection, error)
         && wb_search_table_create (connection, error) && wb_family_table_create (connection, error);
}

static gboolean
create_version_2 (WbConnection  *connection,
                  gpointer       user_data,
                  GError       **error)
{
  return wb_catalogue_create_table (connection, error) && wb_posting_table_create (connection, error);
}

/* The looks of letterheads. */
static gboolean
create_version_3 (WbConnection  *connection,
                  gpointer       user_data,
                  GError       **error)
{
  return wb_look_table_create (connection, error);
}

static const WbTransaction steps[] = { create_version_1, create_version_2, create_version_3 };

G_STATIC_ASSERT (G_N_ELEMENTS (steps) == WB_LIBRARY_VERSION);

const WbSchema wb_library_schema = { WB_LIBRARY_APPLICATION_ID, WB_LIBRARY_VERSION, steps };
