/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-row.h"

#include <glib/gi18n.h>

#include "dites-kind.h"
#include "dites-state-pill.h"

/**
 * DitesListRow:
 *
 * A document in a list: what it is called, what tells it from its like, its state,
 * and a mark if something is missing or wrong. It is used again for one document after
 * the other while a list scrolls, and asks nobody for anything.
 */
struct _DitesListRow
{
  GtkWidget parent_instance;

  GtkListItem *item; /* (not held): the place in the view, which holds this */
  DitesRow    *row;  /* (nullable) */

  GtkWidget      *box;
  GtkWidget      *check; /* (nullable): rows are not being chosen yet */
  GtkLabel       *title;
  GtkLabel       *subtitle;
  GtkImage       *mark;
  DitesStatePill *pill;
};

G_DEFINE_FINAL_TYPE (DitesListRow, dites_list_row, GTK_TYPE_WIDGET)

/* The worst problem that somebody should look at, and how many there are. */
static const DitesProblem *
find_problem (GPtrArray *problems,
              guint     *n)
{
  const DitesProblem *worst = NULL;

  *n = 0;
  for (guint i = 0; i < problems->len; i++)
    {
      const DitesProblem *problem = problems->pdata[i];

      if (problem->severity < DITES_SEVERITY_WARNING)
        continue;
      (*n)++;
      if (worst == NULL || problem->severity > worst->severity)
        worst = problem;
    }

  return worst;
}

static char *
describe_problem (const DitesProblem *problem,
                  guint               n)
{
  g_autofree char *more = NULL;

  if (n < 2)
    return g_strdup (problem->message);

  more = g_strdup_printf (ngettext ("and %u more", "and %u more", n - 1), n - 1);
  /* Translators: what is wrong with a document, and “and 2 more”. */
  return g_strdup_printf (C_("problems", "%s (%s)"), problem->message, more);
}

static char *
show_problems (DitesListRow  *self,
               DitesDocument *document)
{
  const DitesKind *kind = document != NULL ? dites_kind_get (dites_document_get_kind (document)) : NULL;
  g_autoptr (GPtrArray) problems = kind != NULL ? dites_kind_check (kind, document) : NULL;
  guint               n = 0;
  const DitesProblem *worst = problems != NULL ? find_problem (problems, &n) : NULL;
  gboolean            error = worst != NULL && worst->severity == DITES_SEVERITY_ERROR;
  g_autofree char    *text = worst != NULL ? describe_problem (worst, n) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->mark), worst != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->mark), text);
  if (worst == NULL)
    return NULL;

  gtk_image_set_from_icon_name (self->mark, error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->mark), error ? "warning" : "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->mark), error ? "error" : "warning");

  return g_steal_pointer (&text);
}

/* A screen reader hears in one go what an eye sees. */
static void
tell (DitesListRow  *self,
      DitesDocument *document,
      const char    *problem)
{
  const DitesKind  *kind = document != NULL ? dites_kind_get (dites_document_get_kind (document)) : NULL;
  const DitesField *field = kind != NULL && kind->state_field != NULL ? dites_kind_get_field (kind, kind->state_field) : NULL;
  g_autofree char  *state = field != NULL ? dites_field_format (field, document, NULL, NULL) : NULL;
  g_autoptr (GString) text = g_string_new (dites_row_get_title (self->row));
  const char *parts[] = { dites_row_get_subtitle (self->row), state, problem };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, ", %s", parts[i]);
  if (self->item != NULL)
    gtk_list_item_set_accessible_label (self->item, text->str);
}

static void
update (DitesListRow *self)
{
  DitesDocument   *document = self->row != NULL ? dites_row_get_document (self->row) : NULL;
  g_autofree char *problem = NULL;

  gtk_label_set_label (self->title, self->row != NULL ? dites_row_get_title (self->row) : "");
  gtk_label_set_label (self->subtitle, self->row != NULL ? dites_row_get_subtitle (self->row) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), document == NULL || *dites_row_get_subtitle (self->row) != '\0');
  dites_state_pill_set_document (self->pill, document);
  problem = show_problems (self, document);
  if (self->row != NULL)
    tell (self, document, problem);
}

static void
dites_list_row_dispose (GObject *object)
{
  DitesListRow *self = DITES_LIST_ROW (object);

  dites_list_row_set_row (self, NULL);
  if (self->item != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->item), (gpointer *) &self->item);
  self->item = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), DITES_TYPE_LIST_ROW);

  G_OBJECT_CLASS (dites_list_row_parent_class)->dispose (object);
}

static void
dites_list_row_class_init (DitesListRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DITES_TYPE_STATE_PILL);

  object_class->dispose = dites_list_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/widgets/dites-list-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesListRow, box);
  gtk_widget_class_bind_template_child (widget_class, DitesListRow, title);
  gtk_widget_class_bind_template_child (widget_class, DitesListRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, DitesListRow, mark);
  gtk_widget_class_bind_template_child (widget_class, DitesListRow, pill);
}

static void
dites_list_row_init (DitesListRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dites_list_row_new:
 * @item: the place in the view that it stands in
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
dites_list_row_new (GtkListItem *item)
{
  DitesListRow *self = g_object_new (DITES_TYPE_LIST_ROW, NULL);

  self->item = item;
  g_object_add_weak_pointer (G_OBJECT (item), (gpointer *) &self->item);

  return GTK_WIDGET (self);
}

/**
 * dites_list_row_set_row:
 * @self: a row
 * @row: (nullable): what it shows
 *
 * Shows another document.
 */
void
dites_list_row_set_row (DitesListRow *self,
                        DitesRow     *row)
{
  if (self->row == row)
    return;

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, update, self);
  g_set_object (&self->row, row);
  if (row == NULL)
    return;

  g_signal_connect_swapped (row, "notify::document", G_CALLBACK (update), self);
  update (self);
}

/**
 * dites_list_row_set_checks:
 * @self: a row
 * @checks: whether a check button says if it is selected
 *
 * Shows or hides the check button.
 */
void
dites_list_row_set_checks (DitesListRow *self,
                           gboolean      checks)
{
  /* A view makes two hundred rows before the first is seen: none has more than it needs. */
  if (checks && self->check == NULL)
    {
      self->check = g_object_new (GTK_TYPE_CHECK_BUTTON,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "can-focus", FALSE,
                                  "can-target", FALSE,
                                  "valign", GTK_ALIGN_CENTER,
                                  NULL);
      gtk_box_prepend (GTK_BOX (self->box), self->check);
      g_object_bind_property (self->item, "selected", self->check, "active", G_BINDING_SYNC_CREATE);
    }
  if (self->check != NULL)
    gtk_widget_set_visible (self->check, checks);
}

/**
 * dites_list_row_get_position:
 * @self: a row
 *
 * Returns: its place in the list, or %GTK_INVALID_LIST_POSITION
 */
guint
dites_list_row_get_position (DitesListRow *self)
{
  return self->item != NULL ? gtk_list_item_get_position (self->item) : GTK_INVALID_LIST_POSITION;
}
