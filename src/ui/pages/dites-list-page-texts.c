/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-list-page-private.h"
#include "dites-wrapped-texts.h"

/* What the page says: its title, what it shows instead of rows, and what is announced. */

/* What an empty list says. A kind that is not here has the last. */
static const struct
{
  const char *kind;
  const char *title;
  const char *description;
  const char *new_label;
  gboolean    imported; /* lists of the faculty bring them */
} texts[] = {
  { "intern", N_("No Interns Yet"), N_("A list of the faculty brings them with their placements; drop it here, or import it."), N_("New Intern"), TRUE },
  { "placement", N_("No Placements Yet"), N_("A list of the faculty says who is where in a semester; drop it here, or import it."), N_("New Placement"), TRUE },
  { "semester", N_("No Semesters Yet"), N_("The import of a list adds its semester."), N_("New Semester"), TRUE },
  { "site", N_("No Stage Sites Yet"), N_("The import of a list adds the sites that it names."), N_("New Stage Site"), TRUE },
  { "housing", N_("No Homes Yet"), N_("An offer has rooms, a rent, photos and a sheet to print."), N_("New Home"), FALSE },
  { "tenancy", N_("No Tenancies Yet"), N_("A tenancy says which home, or which room, an intern has been offered and when."), N_("New Tenancy"), FALSE },
  { "partner", N_("No Partners Yet"), N_("Landlords, communes, supervisors: whoever the mission works with."), N_("New Partner"), FALSE },
  { NULL, N_("Nothing Here Yet"), N_("What is added is shown here."), N_("New"), FALSE },
};

/**
 * dites_list_page_set_up_texts:
 * @self: a page
 *
 * Private to the page: says what kind it is about.
 */
void
dites_list_page_set_up_texts (DitesListPage *self)
{
  gsize i = 0;

  while (texts[i].kind != NULL && strcmp (texts[i].kind, self->kind->name) != 0)
    i++;
  adw_status_page_set_icon_name (self->empty_page, self->kind->icon_name);
  adw_status_page_set_title (self->empty_page, _(texts[i].title));
  adw_status_page_set_description (self->empty_page, _(texts[i].description));
  gtk_button_set_label (GTK_BUTTON (self->first_button), _(texts[i].new_label));
  dites_wrap_texts (GTK_WIDGET (self->empty_page));
  dites_wrap_texts (GTK_WIDGET (self->error_page));
  gtk_widget_set_tooltip_text (self->new_button, _(texts[i].new_label));
  gtk_widget_set_visible (self->import_button, texts[i].imported);
  if (!texts[i].imported)
    gtk_widget_add_css_class (self->first_button, "suggested-action");
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), dites_kind_get_plural (self->kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL, dites_kind_get_plural (self->kind), -1);
}

/**
 * dites_list_page_update_title:
 * @self: a page
 *
 * Private to the page: says how many rows there are, or are selected.
 */
void
dites_list_page_update_title (DitesListPage *self)
{
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->query));
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (self->selecting)
    {
      g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
      guint n_chosen = gtk_bitset_get_size (chosen);

      /* Translators: how many rows are selected, as a title. */
      title = g_strdup_printf (ngettext ("%'u Selected", "%'u Selected", n_chosen), n_chosen);
    }
  else if (n > 0 && dites_list_page_is_narrow (self))
    /* Translators: how many documents a search or a filter has found. */
    subtitle = g_strdup_printf (ngettext ("%'u found", "%'u found", n), n);
  else if (n > 0)
    subtitle = g_strdup_printf ("%'u", n);

  adw_window_title_set_title (self->window_title, title != NULL ? title : dites_kind_get_plural (self->kind));
  adw_window_title_set_subtitle (self->window_title, subtitle != NULL ? subtitle : "");
}

/* The rows go away, perhaps with the keyboard: it must not end up in somebody's data. */
static void
show_instead_of_rows (DitesListPage *self,
                      const char    *name)
{
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
update_stack (DitesListPage *self)
{
  const GError *error = dites_query_get_error (self->query);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->query)) > 0)
    {
      dites_list_page_stop_looking (self);
      gtk_stack_set_visible_child_name (self->stack, "list");
    }
  else if (dites_query_is_loading (self->query))
    return;
  else if (error != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->error_page, escaped);
      show_instead_of_rows (self, "error");
    }
  else
    {
      dites_list_page_look_elsewhere (self);
      show_instead_of_rows (self, dites_list_page_is_narrow (self) ? "nothing" : "empty");
    }
}

/**
 * dites_list_page_update:
 * @self: a page
 *
 * Private to the page: shows what follows from the rows and from those that are chosen.
 */
void
dites_list_page_update (DitesListPage *self)
{
  dites_list_page_update_title (self);
  update_stack (self);
  dites_list_page_update_actions (self);
}

/**
 * dites_list_page_announce:
 * @self: a page
 *
 * Private to the page: tells those who cannot see it how many rows a search or a filter leaves.
 */
void
dites_list_page_announce (DitesListPage *self)
{
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->query));
  g_autofree char *text = NULL;

  text = n > 0 ? g_strdup_printf (ngettext ("%'u found", "%'u found", n), n) : g_strdup (_("Nothing found"));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * dites_list_page_dup_exported:
 * @self: a page
 * @n: how many documents were written into a file
 * @damaged: (element-type utf8): the titles of those that had to be left out
 *
 * Private to the page.
 *
 * Returns: (transfer full): what to say of an export
 */
char *
dites_list_page_dup_exported (DitesListPage *self,
                              guint          n,
                              GPtrArray     *damaged)
{
  g_autofree char *count = dites_kind_dup_count (self->kind, n);
  /* Translators: %s is what was written into a file: “3 interns”. */
  g_autofree char *exported = g_strdup_printf (_("Exported: %s"), count);

  if (damaged->len == 0)
    return g_steal_pointer (&exported);
  if (damaged->len == 1)
    /* Translators: “Exported: 3 interns”, then the one that is not among them. */
    return g_strdup_printf (_("%s. Left out because it is damaged: “%s”"), exported, (const char *) damaged->pdata[0]);

  /* Translators: “Exported: 3 interns”, how many others are not among them, and one of these. */
  return g_strdup_printf (_("%s. Left out because they are damaged: %u, among them “%s”"), exported, damaged->len, (const char *) damaged->pdata[0]);
}
