/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-section-list.h"

/**
 * DitesSectionList:
 *
 * A #DitesQuery for a list view: the same rows, with their sections as GTK asks for
 * them. The core knows no GTK, so that the interface is implemented here.
 */
struct _DitesSectionList
{
  GObject parent_instance;

  DitesQuery *query;
};

typedef enum
{
  PROP_MODEL = 1,
} DitesSectionListProperty;

static GParamSpec *properties[PROP_MODEL + 1];

static void list_iface_init (GListModelInterface *iface);
static void section_iface_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DitesSectionList,
                               dites_section_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_iface_init)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_iface_init))

static GType
dites_section_list_get_item_type (GListModel *model)
{
  return DITES_TYPE_ROW;
}

static guint
dites_section_list_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (DITES_SECTION_LIST (model)->query));
}

static gpointer
dites_section_list_get_item (GListModel *model,
                             guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (DITES_SECTION_LIST (model)->query), position);
}

static void
list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = dites_section_list_get_item_type;
  iface->get_n_items = dites_section_list_get_n_items;
  iface->get_item = dites_section_list_get_item;
}

static void
dites_section_list_get_section (GtkSectionModel *model,
                                guint            position,
                                guint           *start,
                                guint           *end)
{
  dites_query_get_section (DITES_SECTION_LIST (model)->query, position, start, end);
}

static void
section_iface_init (GtkSectionModelInterface *iface)
{
  iface->get_section = dites_section_list_get_section;
}

static void
dites_section_list_dispose (GObject *object)
{
  DitesSectionList *self = DITES_SECTION_LIST (object);

  if (self->query != NULL)
    g_signal_handlers_disconnect_by_data (self->query, self);

  G_OBJECT_CLASS (dites_section_list_parent_class)->dispose (object);
}

static void
dites_section_list_finalize (GObject *object)
{
  g_clear_object (&DITES_SECTION_LIST (object)->query);

  G_OBJECT_CLASS (dites_section_list_parent_class)->finalize (object);
}

static void
dites_section_list_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch ((DitesSectionListProperty) prop_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, DITES_SECTION_LIST (object)->query);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_section_list_class_init (DitesSectionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dites_section_list_dispose;
  object_class->finalize = dites_section_list_finalize;
  object_class->get_property = dites_section_list_get_property;

  /* As the models of GTK that stand over another have it. */
  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, DITES_TYPE_QUERY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dites_section_list_init (DitesSectionList *self)
{
}

/**
 * dites_section_list_new:
 * @query: a query
 *
 * Returns: (transfer full): its rows, in sections
 */
DitesSectionList *
dites_section_list_new (DitesQuery *query)
{
  DitesSectionList *self;

  g_return_val_if_fail (DITES_IS_QUERY (query), NULL);

  self = g_object_new (DITES_TYPE_SECTION_LIST, NULL);
  self->query = g_object_ref (query);
  g_signal_connect_swapped (query, "items-changed", G_CALLBACK (g_list_model_items_changed), self);
  g_signal_connect_swapped (query, "sections-changed", G_CALLBACK (gtk_section_model_sections_changed), self);

  return self;
}

/**
 * dites_section_list_get_query:
 * @self: a list
 *
 * Returns: (transfer none): whose rows they are
 */
DitesQuery *
dites_section_list_get_query (DitesSectionList *self)
{
  return self->query;
}
