package app.backmatter.catalog.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.books.Books;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.Currencies;
import app.backmatter.catalog.DeliveryTerms;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.catalog.domain.DeliveredFiles;
import app.backmatter.catalog.domain.FileOwner.OfProduct;
import app.backmatter.catalog.domain.FileStamps;
import app.backmatter.catalog.domain.Pricing;
import app.backmatter.catalog.domain.ProductViews;
import app.backmatter.catalog.domain.Products;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.TypedPrices;
import app.backmatter.shared.Prices;
import app.backmatter.storage.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/w/{slug}/products")
class ProductsController {
    private static final String PRICE = "price";

    private final Products products;
    private final ProductViews views;
    private final DeliveredFiles files;
    private final FileStamps stamps;
    private final ProductEditions editions;
    private final Catalog catalog;
    private final Pricing pricing;
    private final Currencies currencies;
    private final Books books;
    private final Uploads uploads;
    private final ProductWords words;

    ProductsController(
            Products products,
            ProductViews views,
            DeliveredFiles files,
            FileStamps stamps,
            ProductEditions editions,
            Catalog catalog,
            Pricing pricing,
            Currencies currencies,
            Books books,
            Uploads uploads,
            ProductWords words) {
        this.products = products;
        this.views = views;
        this.files = files;
        this.stamps = stamps;
        this.editions = editions;
        this.catalog = catalog;
        this.pricing = pricing;
        this.currencies = currencies;
        this.books = books;
        this.uploads = uploads;
        this.words = words;
    }

    @GetMapping
    String index(Model model) {
        model.addAttribute("products", views.offered());
        model.addAttribute("archived", views.archived());
        model.addAttribute("types", words.types());
        return "catalog/index";
    }

    @GetMapping("/new")
    String form(Model model) {
        model.addAttribute("form", ProductForm.blank());
        return asking(model, TypedPrices.of(PRICE, currencies.others(), Prices.NONE), "catalog/new");
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") ProductForm form,
            BindingResult errors,
            @ModelAttribute(name = "workspace", binding = false) WorkspaceView workspace,
            @RequestParam(name = "uploads", defaultValue = "") List<String> tokens,
            Principal person,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        form.check(errors, workspace.currency(), words.books(books.all()).keySet());
        var others = others(request, errors);
        var picture = uploads.picture(form.picture(), "picture", errors);
        var files = new FilesForm(form.files(), tokens).store(uploads, person, errors);
        if (errors.hasErrors()) {
            model.addAttribute("arrived", uploads.arrived(tokens, person));
            return asking(model, others, "catalog/new");
        }
        var id = products.add(form.toProduct(workspace.currency(), picture, others.prices()), files);
        redirect.addFlashAttribute("flash", words.of("catalog.created", form.name()));
        return "redirect:/w/{slug}/products/" + id;
    }

    @GetMapping("/{id}")
    String show(@PathVariable String slug, @PathVariable UUID id, Model model) {
        var product = get(id);
        model.addAttribute("product", product);
        model.addAttribute("type", words.of(product.type()));
        model.addAttribute("archived", products.isArchived(product.id()));
        model.addAttribute("prices", pricing.history(product.id()));
        model.addAttribute(
                "delivery",
                words.of(catalog.deliveryTerms(List.of(product.id())).getOrDefault(product.id(), DeliveryTerms.USUAL)));
        var owner = new OfProduct(product.id());
        model.addAttribute("shelf", FileShelf.of(owner, product.name(), slug));
        model.addAttribute("files", FileRow.list(files.of(owner), stamps.of(owner), words));
        model.addAttribute("editions", editions.of(product));
        if (product.book() != null) {
            books.find(product.book()).ifPresent(book -> model.addAttribute("book", book));
        }
        return "catalog/show";
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable UUID id, Model model) {
        var product = get(id);
        model.addAttribute("product", product);
        model.addAttribute("form", ProductForm.of(product));
        return asking(model, TypedPrices.of(PRICE, currencies.others(), product.others()), "catalog/edit");
    }

    @PostMapping("/{id}")
    String update(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ProductForm form,
            BindingResult errors,
            @ModelAttribute(name = "workspace", binding = false) WorkspaceView workspace,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        var product = get(id);
        form.check(errors, workspace.currency(), words.books(books.all()).keySet());
        if (!errors.hasErrors() && !products.canBelongTo(product.id(), form.chosenBook())) {
            errors.rejectValue("book", "catalog.error.book");
        }
        var others = others(request, errors);
        var picture = uploads.picture(form.picture(), "picture", errors);
        if (errors.hasErrors()) {
            model.addAttribute("product", product);
            return asking(model, others, "catalog/edit");
        }
        products.describe(product.id(), form.toProduct(workspace.currency(), picture, others.prices()));
        redirect.addFlashAttribute("flash", words.of("catalog.saved", form.name()));
        return "redirect:/w/{slug}/products/" + id;
    }

    private TypedPrices others(HttpServletRequest request, BindingResult errors) {
        var others = TypedPrices.read(PRICE, currencies.others(), price -> !price.isZero(), request);
        if (others.areWrong()) {
            errors.reject("catalog.error.others");
        }
        return others;
    }

    private String asking(Model model, TypedPrices others, String page) {
        model.addAttribute("others", others);
        model.addAttribute("types", words.types());
        model.addAttribute("books", words.books(books.all()));
        return page;
    }

    private ProductView get(UUID id) {
        return views.find(new ProductId(id)).orElseThrow(NotFound::new);
    }
}
