/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-filter-chip.h"
#include "dites-list-page-private.h"

/* What narrows and sorts the list, as the table of the kind says, and the remembering of it. */

static gboolean
is_sorted_on (const DitesKind  *kind,
              const DitesField *field)
{
  if (field->flags & (DITES_FIELD_LIST_ONLY | DITES_FIELD_MULTIPLE))
    return FALSE;
  if (field->flags & DITES_FIELD_SORTED)
    return TRUE;

  return (field->flags & DITES_FIELD_FILTERED) != 0 &&
         (field->type == DITES_FIELD_REFERENCE || g_strcmp0 (field->name, kind->state_field) == 0);
}

/* What a list is sorted on when nobody has said it yet: what people look for. */
static const char *
get_default_sort (const DitesKind *kind,
                  gboolean        *descending)
{
  *descending = FALSE;
  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    if (is_sorted_on (kind, field) && g_strcmp0 (field->target, "semester") == 0)
      {
        *descending = TRUE;
        return field->name;
      }

  if (kind->published_state != NULL)
    return kind->state_field;

  /* What needs a day to be filed, a stay, is looked for by that day. */
  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    if (is_sorted_on (kind, field) && field->type == DITES_FIELD_DATE && (field->flags & DITES_FIELD_REQUIRED) != 0)
      {
        *descending = TRUE;
        return field->name;
      }

  /* Filed by something else than the title: by time, and the latest is first. */
  *descending = kind->sort_text != NULL;

  return "";
}

static gboolean
is_value_of (DitesListPage *self,
             const char    *sort)
{
  const DitesField *field = dites_kind_get_field (self->kind, sort);

  return *sort == '\0' || (field != NULL && is_sorted_on (self->kind, field));
}

/**
 * dites_list_page_apply_sort:
 * @self: a page
 *
 * Private to the page: has the query sorted as the page says.
 */
void
dites_list_page_apply_sort (DitesListPage *self)
{
  dites_list_page_ask_anew (self);
  if (!is_value_of (self, self->sort))
    g_set_str (&self->sort, "");
  dites_query_set_sort (self->query, *self->sort != '\0' ? self->sort : NULL, self->descending);
}

static void
restore (DitesListPage *self)
{
  g_autoptr (GVariant) lists = g_settings_get_value (self->settings, "lists");
  g_autoptr (GVariant) state = g_variant_lookup_value (lists, self->kind->name, G_VARIANT_TYPE_VARDICT);
  g_autoptr (GVariant) filters = NULL;
  const char *sort;

  self->restoring = TRUE;
  if (state != NULL && g_variant_lookup (state, "sort", "&s", &sort))
    {
      g_set_str (&self->sort, sort);
      g_variant_lookup (state, "descending", "b", &self->descending);
    }
  else
    g_set_str (&self->sort, get_default_sort (self->kind, &self->descending));
  dites_list_page_apply_sort (self);

  filters = state != NULL ? g_variant_lookup_value (state, "filters", G_VARIANT_TYPE ("a{sas}")) : NULL;
  for (guint i = 0; filters != NULL && i < self->chips->len; i++)
    {
      DitesFilterChip *chip = self->chips->pdata[i];
      g_autoptr (GVariant) values = g_variant_lookup_value (filters, dites_filter_chip_get_field (chip)->name, G_VARIANT_TYPE_STRING_ARRAY);
      g_autofree const char **strings = values != NULL ? g_variant_get_strv (values, NULL) : NULL;

      if (strings != NULL && strings[0] != NULL)
        dites_filter_chip_set_values (chip, strings);
    }
  self->restoring = FALSE;
}

/**
 * dites_list_page_remember:
 * @self: a page
 *
 * Private to the page: keeps sort and filters for the next time. A list that shows only
 * what refers to a document is for once.
 */
void
dites_list_page_remember (DitesListPage *self)
{
  g_autoptr (GVariant) old = NULL;
  g_auto (GVariantDict) lists = G_VARIANT_DICT_INIT (NULL);
  g_auto (GVariantDict) state = G_VARIANT_DICT_INIT (NULL);
  g_auto (GVariantBuilder) filters = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{sas}"));

  if (self->restoring || self->narrow_chip != NULL)
    return;

  for (guint i = 0; i < self->chips->len; i++)
    {
      DitesFilterChip   *chip = self->chips->pdata[i];
      const char *const *values = dites_filter_chip_get_values (chip);

      if (values != NULL)
        g_variant_builder_add (&filters, "{s^as}", dites_filter_chip_get_field (chip)->name, values);
    }
  g_variant_dict_insert (&state, "sort", "s", self->sort);
  g_variant_dict_insert (&state, "descending", "b", self->descending);
  g_variant_dict_insert_value (&state, "filters", g_variant_builder_end (&filters));

  old = g_settings_get_value (self->settings, "lists");
  g_variant_dict_clear (&lists);
  g_variant_dict_init (&lists, old);
  g_variant_dict_insert_value (&lists, self->kind->name, g_variant_dict_end (&state));
  g_settings_set_value (self->settings, "lists", g_variant_dict_end (&lists));
}

/**
 * dites_list_page_is_narrow:
 * @self: a page
 *
 * Private to the page.
 *
 * Returns: whether a search or a filter leaves rows out
 */
gboolean
dites_list_page_is_narrow (DitesListPage *self)
{
  for (guint i = 0; i < self->chips->len; i++)
    if (dites_filter_chip_get_values (self->chips->pdata[i]) != NULL)
      return TRUE;

  return self->narrow_chip != NULL || *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0';
}

/**
 * dites_list_page_update_chips:
 * @self: a page
 *
 * Private to the page: shows all filters, or only those that leave rows out.
 */
void
dites_list_page_update_chips (DitesListPage *self)
{
  gboolean any = self->narrow_chip != NULL;

  for (guint i = 0; i < self->chips->len; i++)
    {
      gboolean visible = self->filters_shown || dites_filter_chip_get_values (self->chips->pdata[i]) != NULL;

      /* GTK 4.18 loses a reference on what is hidden around the focus. */
      if (!visible && gtk_widget_get_focus_child (self->chips->pdata[i]) != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
      gtk_widget_set_visible (self->chips->pdata[i], visible);
      any |= visible;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chips_box), any);
}

static void
chip_changed_cb (DitesListPage *self)
{
  dites_list_page_ask_anew (self);
  dites_list_page_update_chips (self);
  dites_list_page_remember (self);
  dites_list_page_update (self);
}

/**
 * dites_list_page_clear_filters:
 * @self: a page
 *
 * Private to the page: lets go of the search and of all filters.
 */
void
dites_list_page_clear_filters (DitesListPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  for (guint i = 0; i < self->chips->len; i++)
    dites_filter_chip_set_values (self->chips->pdata[i], NULL);
  if (self->narrow_chip != NULL)
    adw_wrap_box_remove (self->chips_box, self->narrow_chip);
  self->narrow_chip = NULL;
  dites_query_set_refers_to (self->query, NULL);
  chip_changed_cb (self);
}

static void
narrow_removed_cb (DitesListPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  adw_wrap_box_remove (self->chips_box, self->narrow_chip);
  self->narrow_chip = NULL;
  dites_query_set_refers_to (self->query, NULL);
  chip_changed_cb (self);
}

/**
 * dites_list_page_add_narrow_chip:
 * @self: a page
 * @title: what the rows refer to
 *
 * Private to the page: says what the list is narrowed to, with a button to let go of it.
 */
void
dites_list_page_add_narrow_chip (DitesListPage *self,
                                 const char    *title)
{
  GtkWidget       *label = gtk_label_new (title);
  GtkWidget       *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *removing = g_strdup_printf (_("Remove the Filter “%s”"), title);

  self->narrow_chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (label, title);
  gtk_widget_set_tooltip_text (button, removing);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (self->narrow_chip, "filter-chip");
  gtk_widget_add_css_class (self->narrow_chip, "active");
  gtk_box_append (GTK_BOX (self->narrow_chip), label);
  gtk_box_append (GTK_BOX (self->narrow_chip), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (narrow_removed_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_prepend (self->chips_box, self->narrow_chip);
  dites_list_page_update_chips (self);
}

static void
add_chips (DitesListPage *self)
{
  for (const DitesField *field = self->kind->fields; field->name != NULL; field++)
    {
      GtkWidget *chip;

      if ((field->flags & DITES_FIELD_FILTERED) == 0 || (field->flags & DITES_FIELD_LIST_ONLY) != 0)
        continue;
      chip = dites_filter_chip_new (self->query, field);
      g_signal_connect_object (chip, "changed", G_CALLBACK (chip_changed_cb), self, G_CONNECT_SWAPPED);
      adw_wrap_box_append (self->chips_box, chip);
      g_ptr_array_add (self->chips, chip);
    }
}

static void
add_sort_item (GMenu      *menu,
               const char *label,
               const char *field)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "list.sort", "s", field);
  g_menu_append_item (menu, item);
}

static void
fill_sort_menu (DitesListPage *self)
{
  g_autoptr (GMenu) fields = g_menu_new ();
  g_autoptr (GMenu) directions = g_menu_new ();
  g_autoptr (GMenuItem) ascending = g_menu_item_new (_("Ascending"), NULL);
  g_autoptr (GMenuItem) descending = g_menu_item_new (_("Descending"), NULL);

  add_sort_item (fields, self->kind->sort_text != NULL ? C_("sort", "Time") : C_("sort", "Name"), "");
  for (const DitesField *field = self->kind->fields; field->name != NULL; field++)
    if (is_sorted_on (self->kind, field))
      add_sort_item (fields, dites_field_get_label (field), field->name);
  g_menu_item_set_action_and_target (ascending, "list.direction", "s", "ascending");
  g_menu_item_set_action_and_target (descending, "list.direction", "s", "descending");
  g_menu_append_item (directions, ascending);
  g_menu_append_item (directions, descending);
  g_menu_append_section (self->sort_menu, _("Sort By"), G_MENU_MODEL (fields));
  g_menu_append_section (self->sort_menu, NULL, G_MENU_MODEL (directions));
}

/**
 * dites_list_page_set_up_filters:
 * @self: a page
 *
 * Private to the page: makes chips and the sort menu out of the table of the kind, and
 * sorts and narrows as the last time.
 */
void
dites_list_page_set_up_filters (DitesListPage *self)
{
  add_chips (self);
  fill_sort_menu (self);
  restore (self);
  dites_list_page_update_chips (self);
}
